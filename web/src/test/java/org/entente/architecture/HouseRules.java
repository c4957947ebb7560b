package org.entente.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.entente.gate.Operation;

/** What the machine watches over in the house, each with its reason. */
final class HouseRules {
    private HouseRules() {}

    private static final String[] FEATURES = {
        "org.entente.organisation..",
        "org.entente.people..",
        "org.entente.product..",
        "org.entente.auditor..",
        "org.entente.exercise..",
        "org.entente.incident..",
        "org.entente.registry..",
        "org.entente.release..",
        "org.entente.label..",
        "org.entente.breach..",
        "org.entente.request..",
        "org.entente.notice.."
    };

    static final ArchRule EVERY_BOUNDARY_METHOD_IS_AN_OPERATION = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .should(beAnnotatedWith(Operation.class))
            .because("a method that is open by default is the hole that nobody sees");

    static final ArchRule SINGLETONS_OFFER_NOTHING = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Singleton.class)
            .should()
            .notBePublic()
            .because("a singleton bean would be a second door");

    static final ArchRule TIMERS_COME_AGAIN = methods()
            .that()
            .areAnnotatedWith(Schedule.class)
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Interceptors.class)
            .because(
                    "the container gives up a timer that fails twice, and a restart of the database is enough for that");

    static final ArchRule AUDIT_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("org.entente.audit..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.entente..")
                    .and(resideOutsideOfPackages("org.entente.audit..", "org.entente.log..")))
            .because("the record must not depend on what it records");

    static final ArchRule THE_GATE_KNOWS_NO_FEATURE = noClasses()
            .that()
            .resideInAnyPackage("org.entente.gate..", "org.entente.world..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES)
            .because("a door that knows the rooms ends up deciding for them");

    static final ArchRule THE_KERNEL_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.entente.identity..",
                    "org.entente.marking..",
                    "org.entente.access..",
                    "org.entente.log..",
                    "org.entente.verify..",
                    "org.entente.cli..")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta..").and(resideOutsideOfPackages("jakarta.json..")))
            .because("who may see what is decided and tested without a server");

    static final ArchRule NO_PACKAGE_CYCLES = slices().matching("org.entente.(**)")
            .should()
            .beFreeOfCycles()
            .because("cycles are how houses become mazes");

    static final ArchRule ONLY_THE_APPENDER_OPENS_A_TRANSACTION = noClasses()
            .that(resideOutsideOfPackages("org.entente.deploy..").and(new DescribedPredicate<>("are not the appender") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                    return !type.getFullName().equals("org.entente.audit.Appender");
                }
            }))
            .should()
            .callMethod(Connection.class, "commit")
            .orShould()
            .callMethod(Connection.class, "setAutoCommit", boolean.class)
            .because("a change and its record live or die together");

    static final ArchRule ONE_CLASS_READS_CONTENT = fields().that()
            .areAnnotatedWith(Resource.class)
            .should(useTheContentConnectionOnlyIn("org.entente.product.Content"))
            .because("content leaves against a ticket, and one class checks it");

    static final ArchRule RULES_DO_NOT_LOOK_AT_THE_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.entente.identity..",
                    "org.entente.marking..",
                    "org.entente.access..",
                    "org.entente.product..",
                    "org.entente.registry..",
                    "org.entente.release..",
                    "org.entente.label..",
                    "org.entente.auditor..",
                    "org.entente.breach..",
                    "org.entente.incident..",
                    "org.entente.request..",
                    "org.entente.people..",
                    "org.entente.organisation..")
            .should()
            .callMethod(Instant.class, "now")
            .because("time is a parameter: the platform's clock, which an exercise can set");

    static final ArchRule THE_WEB_HAS_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage("org.entente.web..")
            .and()
            .resideOutsideOfPackage("org.entente.web.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..")
            .because("the web is a skin; what it shows comes from a boundary");

    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE = noClasses()
            .should()
            .haveNameMatching(".*(Service|Manager|Impl|Util|Utils|Helper|DTO|Dto)")
            .because("such a name says that nobody knew what it is");

    static final ArchRule ENTITIES_STAY_AT_HOME = classes()
            .that()
            .areAnnotatedWith(jakarta.persistence.Entity.class)
            .should()
            .notBePublic()
            .because("the compiler keeps the web away from an entity");

    static final List<ArchRule> ALL = List.of(
            EVERY_BOUNDARY_METHOD_IS_AN_OPERATION,
            SINGLETONS_OFFER_NOTHING,
            TIMERS_COME_AGAIN,
            AUDIT_KNOWS_NOBODY,
            THE_GATE_KNOWS_NO_FEATURE,
            THE_KERNEL_IS_PLAIN_JAVA,
            NO_PACKAGE_CYCLES,
            ONLY_THE_APPENDER_OPENS_A_TRANSACTION,
            ONE_CLASS_READS_CONTENT,
            RULES_DO_NOT_LOOK_AT_THE_CLOCK,
            THE_WEB_HAS_NO_DATABASE,
            NAMES_SAY_WHAT_THINGS_ARE,
            ENTITIES_STAY_AT_HOME);

    private static ArchCondition<JavaField> useTheContentConnectionOnlyIn(String allowed) {
        return new ArchCondition<>("use the content connection only in " + allowed) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean content =
                        field.getAnnotationOfType(Resource.class).lookup().equals("java:app/jdbc/content");
                boolean home = field.getOwner().getFullName().equals(allowed);
                events.add(new SimpleConditionEvent(
                        field, !content || home, field.getFullName() + (content ? " reads content" : " does not")));
            }
        };
    }
}
