package org.entente.browser;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The people of one test: photographed when it fails, and always sent home. */
final class People implements AfterTestExecutionCallback, AfterEachCallback {
    private final List<Person> here = new ArrayList<>();

    Person signedIn(String name) {
        return joined(Person.signedIn(name));
    }

    Person onTelephone(String name) {
        return joined(Person.signedIn(name, 390));
    }

    Person withoutScript(String name) {
        return joined(Person.withoutScript(name));
    }

    Person stranger() {
        return joined(Person.stranger());
    }

    private Person joined(Person person) {
        here.add(person);
        return person;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            here.forEach(p -> p.photograph(context.getRequiredTestMethod().getName()));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        here.forEach(Person::close);
        here.clear();
    }
}
