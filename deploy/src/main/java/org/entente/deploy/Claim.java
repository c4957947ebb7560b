package org.entente.deploy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port spoken for by this launcher until it ends. A server takes some seconds to open its port: two launchers that
 * start together would both find it free.
 */
final class Claim {
    private static final Path PLACE =
            Path.of(System.getProperty("java.io.tmpdir"), "entente-ports-" + System.getProperty("user.name"));
    private static final Map<Integer, FileChannel> OURS = new ConcurrentHashMap<>();

    private Claim() {}

    /** Whether the port is ours now; false when another launcher has spoken for it. */
    static synchronized boolean on(int port) {
        if (OURS.containsKey(port)) {
            return true;
        }
        try {
            FileChannel channel = FileChannel.open(
                    FileTree.makePrivate(PLACE).resolve(Integer.toString(port)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (locked(channel)) {
                OURS.put(port, channel);
                return true;
            }
            channel.close();
            return false;
        } catch (IOException e) {
            throw new CannotRun("The folder " + PLACE + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }
}
