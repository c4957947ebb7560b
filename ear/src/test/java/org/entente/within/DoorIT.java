package org.entente.within;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.entente.gate.Caller;
import org.entente.gate.Gate;
import org.entente.world.Sql;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one door, from within, in the EAR that ships with careless operations added to its WAR. */
@ExtendWith({PlatformFirst.class, ArquillianExtension.class})
class DoorIT {
    private static final String WAR = "entente-web.war";

    @Inject
    private Caller caller;

    @Inject
    private Gate gate;

    @Inject
    private Careless careless;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Deployment
    static EnterpriseArchive shippedWithCarelessOperations() {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "entente-within.ear")
                .importFrom(Path.of("target", "entente.ear").toFile())
                .as(EnterpriseArchive.class);
        WebArchive war = ShrinkWrap.create(ZipImporter.class, WAR)
                .importFrom(ear.get(WAR).getAsset().openStream())
                .as(WebArchive.class)
                .addClasses(DoorIT.class, PlatformFirst.class, OpenDoor.class, Careless.class);
        ear.delete(WAR);
        ear.addAsModule(Testable.archiveToTest(war));
        ear.delete("META-INF/application.xml");
        ear.setApplicationXML(new StringAsset("""
                <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                  <application-name>entente-within</application-name>
                  <module><ejb>entente-ejb.jar</ejb></module>
                  <module><web><web-uri>entente-web.war</web-uri><context-root>/within</context-root></web></module>
                  <library-directory>lib</library-directory>
                </application>"""));
        return ear;
    }

    @Test
    void anOperationThatNeverAskedTheGateAnswersNothingAndIsRecordedAsAnError() throws SQLException {
        String session = signIn();
        assertThrows(RuntimeException.class, () -> careless.readWithoutAsking());
        assertEquals(List.of("READ_PRODUCT ERROR"), recorded(session));
    }

    @Test
    void aChangeThatNeverAskedTheGateDoesNotHappen() throws SQLException {
        String session = signIn();
        assertThrows(RuntimeException.class, () -> careless.changeWithoutAsking(session));
        assertEquals(0, changes(session));
        assertEquals(List.of("ACKNOWLEDGE_PRODUCT ERROR"), recorded(session));
    }

    @Test
    void aud01_aChangeWhoseRecordCannotBeWrittenDoesNotHappen() throws SQLException {
        String session = signIn();
        assertThrows(RuntimeException.class, () -> careless.changeThatCannotBeRecorded(session));
        assertEquals(0, changes(session));
    }

    @Test
    void aud01_aRefusedChangeRollsBackAndItsDenialIsKept() throws SQLException {
        String session = signIn();
        assertThrows(RuntimeException.class, () -> careless.changeThatIsRefused(session));
        assertEquals(0, changes(session));
        assertEquals(List.of("ACKNOWLEDGE_PRODUCT DENY"), recorded(session));
    }

    @Test
    void aud01_aChangeThatHoldsHasOneRecord() throws SQLException {
        String session = signIn();
        careless.changeThatHolds(session);
        assertEquals(1, changes(session));
        assertEquals(List.of("ACKNOWLEDGE_PRODUCT PERMIT"), recorded(session));
    }

    @Test
    void nobodyAsksTheGateFromOutsideAnOperation() {
        signIn();
        assertThrows(NullPointerException.class, () -> gate.hat());
    }

    private String signIn() {
        String session = "within-" + UUID.randomUUID().toString().substring(0, 20);
        String castro = UUID.nameUUIDFromBytes("entente:castro".getBytes(StandardCharsets.UTF_8))
                .toString();
        caller.isPerson(castro, session, "127.0.0.1");
        return session;
    }

    private int changes(String mark) throws SQLException {
        try (Connection c = database.getConnection()) {
            return Sql.rows(c, "SELECT 1 FROM ended_session WHERE sid = ?", r -> r.getInt(1), mark)
                    .size();
        }
    }

    private List<String> recorded(String session) throws SQLException {
        try (Connection c = database.getConnection()) {
            return Sql.rows(
                    c,
                    "SELECT action, outcome FROM audit_opening WHERE session = ? ORDER BY position",
                    r -> r.getString(1) + " " + r.getString(2),
                    session);
        }
    }
}
