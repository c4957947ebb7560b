package org.entente.product;

import jakarta.annotation.Resource;
import javax.sql.DataSource;

/** Planted: a second reader of content. */
public class PlantedReader {
    @Resource(lookup = "java:app/jdbc/content")
    DataSource words;
}
