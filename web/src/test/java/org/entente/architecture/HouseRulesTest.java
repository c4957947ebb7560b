package org.entente.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds for the house, and every rule finds the violation planted for it: a rule that finds nothing guards nothing. */
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.entente");
    private static final JavaClasses PLANTED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("org.entente");

    private static final Map<ArchRule, String> PLANTS = Map.ofEntries(
            Map.entry(HouseRules.EVERY_BOUNDARY_METHOD_IS_AN_OPERATION, "PlantedOpenMethod"),
            Map.entry(HouseRules.SINGLETONS_OFFER_NOTHING, "PlantedSingleton"),
            Map.entry(HouseRules.TIMERS_COME_AGAIN, "PlantedTimer"),
            Map.entry(HouseRules.AUDIT_KNOWS_NOBODY, "PlantedRecordOfTheGate"),
            Map.entry(HouseRules.THE_GATE_KNOWS_NO_FEATURE, "PlantedDoorToProducts"),
            Map.entry(HouseRules.THE_KERNEL_IS_PLAIN_JAVA, "PlantedContainerInTheKernel"),
            Map.entry(HouseRules.NO_PACKAGE_CYCLES, "PlantedRecordOfTheGate"),
            Map.entry(HouseRules.ONLY_THE_APPENDER_OPENS_A_TRANSACTION, "PlantedCommit"),
            Map.entry(HouseRules.ONE_CLASS_READS_CONTENT, "PlantedReader"),
            Map.entry(HouseRules.RULES_DO_NOT_LOOK_AT_THE_CLOCK, "PlantedClock"),
            Map.entry(HouseRules.THE_WEB_HAS_NO_DATABASE, "PlantedPageWithSql"),
            Map.entry(HouseRules.NAMES_SAY_WHAT_THINGS_ARE, "PlantedHelper"),
            Map.entry(HouseRules.ENTITIES_STAY_AT_HOME, "PlantedEntity"));

    @TestFactory
    Stream<DynamicTest> theHouseKeepsEveryRule() {
        return HouseRules.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFindsWhatWasPlanted() {
        return HouseRules.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> {
                    var result = rule.evaluate(PLANTED);
                    assertTrue(result.hasViolation());
                    String found = String.join("\n", result.getFailureReport().getDetails());
                    assertTrue(found.contains(PLANTS.getOrDefault(rule, "no plant")), found);
                }));
    }

    @Test
    void everyRuleHasItsPlant() {
        assertEquals(HouseRules.ALL.size(), PLANTS.size());
    }
}
