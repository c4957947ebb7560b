package org.entente.web.product;

/** A banner in its canonical spelling. */
public record BannerBody(String banner) {}
