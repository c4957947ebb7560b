package org.entente.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to what the application to be deployed expects: the migrations travel inside it. */
record Schema(String url, String owner, String password, Map<String, String> placeholders) {
    private static final String PLACE = "db/migration/";

    /** Held, or its level would be forgotten with it: what the migrations do is told by our own progress. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    /** How many migrations were applied; none when the application brings none. */
    int migrate(Path ear, Path folder) {
        new FileTree(folder).delete();
        FileTree.makePrivate(folder);
        if (unpack(ear, folder) == 0) {
            return 0;
        }
        try {
            return Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(url, owner, password)
                    .locations("filesystem:" + folder)
                    .placeholders(placeholders)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new CannotRun("The database does not take the migrations: " + e.getMessage(), e);
        }
    }

    private static int unpack(Path ear, Path folder) {
        int count = 0;
        try (ZipInputStream outer = new ZipInputStream(Files.newInputStream(ear))) {
            for (ZipEntry entry = outer.getNextEntry(); entry != null; entry = outer.getNextEntry()) {
                if (entry.getName().endsWith("entente-ejb.jar")) {
                    count += unpackScripts(new ZipInputStream(outer), folder);
                }
            }
            return count;
        } catch (IOException e) {
            throw new CannotRun("The application " + ear + " cannot be read; build it with ./entente run.", e);
        }
    }

    private static int unpackScripts(ZipInputStream jar, Path folder) throws IOException {
        int count = 0;
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            String name = entry.getName();
            if (name.startsWith(PLACE) && name.endsWith(".sql")) {
                Path script = folder.resolve(Path.of(name).getFileName());
                copy(jar, script);
                count++;
            }
        }
        return count;
    }

    private static void copy(InputStream from, Path to) throws IOException {
        Files.write(to, from.readAllBytes());
    }
}
