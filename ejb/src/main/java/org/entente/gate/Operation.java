package org.entente.gate;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method of a boundary as an operation: it is entered through the {@link Door} and by no other way. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Operation {
    @Nonbinding
    Action value() default Action.SEE_MYSELF;

    /** Whether it is only for somebody who has used a second factor within {@link Door#SECOND_FACTOR_HOLDS}. */
    @Nonbinding
    boolean secondFactor() default false;
}
