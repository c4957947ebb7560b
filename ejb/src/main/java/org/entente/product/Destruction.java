package org.entente.product;

import static org.entente.world.Sql.execute;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.entente.gate.Gate;
import org.entente.world.Sql;

/**
 * What is destroyed is gone for everybody, its author among them: every version's words and citations are overwritten where they
 * lie. Its number, marks and hash stay, and why it is gone. In the caller's transaction.
 */
@ApplicationScoped
public class Destruction {
    private static final int LONGEST = 200;

    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private GoneSources gone;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    public void destroy(String number, String certificate) {
        Product product = shelf.find(number);
        if (product == null) {
            return;
        }
        if (product.state() != ProductState.WITHDRAWN) {
            String why = "Destroyed: " + certificate;
            product.withdraw(
                    why.length() > LONGEST ? why.substring(0, LONGEST) : why,
                    gate.moment().now());
        }
        shelf.changed(product);
        if (product.published() != null) {
            gone.gone(product, GoneSource.How.DESTROYED, null);
        }
        Sql.on(database, c -> {
            execute(c, "CALL overwrite_words(?)", product.id());
            execute(c, "CALL drop_words(?)", product.id());
            return execute(c, "CALL drop_citations(?)", product.id());
        });
    }
}
