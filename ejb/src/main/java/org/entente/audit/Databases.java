package org.entente.audit;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * The doors to the database. {@code entente} is the application's own, in the transaction of the operation;
 * {@code record} is the appender's, so that a denial is recorded although its transaction rolls back; {@code content} belongs
 * to the one user who may read the words of products; {@code erasure} to the one who may take a value out of an opening.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/entente",
        className = "org.mariadb.jdbc.MariaDbDataSource",
        url = "${MPCONFIG=entente.db.url}",
        user = "${MPCONFIG=entente.db.user}",
        password = "${MPCONFIG=entente.db.password}",
        isolationLevel = java.sql.Connection.TRANSACTION_READ_COMMITTED,
        minPoolSize = 4,
        maxPoolSize = 48,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.fail-all-connections=true",
            "fish.payara.max-wait-time-in-millis=10000"
        })
@DataSourceDefinition(
        name = "java:app/jdbc/record",
        className = "org.mariadb.jdbc.MariaDbDataSource",
        url = "${MPCONFIG=entente.db.url}",
        user = "${MPCONFIG=entente.db.user}",
        password = "${MPCONFIG=entente.db.password}",
        transactional = false,
        minPoolSize = 1,
        maxPoolSize = 8,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.max-wait-time-in-millis=10000"
        })
@DataSourceDefinition(
        name = "java:app/jdbc/content",
        className = "org.mariadb.jdbc.MariaDbDataSource",
        url = "${MPCONFIG=entente.db.url}",
        user = "${MPCONFIG=entente.content.user}",
        password = "${MPCONFIG=entente.content.password}",
        transactional = false,
        minPoolSize = 2,
        maxPoolSize = 32,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.max-wait-time-in-millis=10000"
        })
@DataSourceDefinition(
        name = "java:app/jdbc/erasure",
        className = "org.mariadb.jdbc.MariaDbDataSource",
        url = "${MPCONFIG=entente.db.url}",
        user = "${MPCONFIG=entente.eraser.user}",
        password = "${MPCONFIG=entente.eraser.password}",
        transactional = false,
        minPoolSize = 0,
        maxPoolSize = 2,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.max-wait-time-in-millis=10000"
        })
@Singleton
public class Databases {}
