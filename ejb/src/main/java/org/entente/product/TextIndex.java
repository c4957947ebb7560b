package org.entente.product;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Which product says which word in which portion. In memory only and without the words' order, so nothing can be read out of
 * it that is not in the tables, and no score: documents that a reader may not see would speak through it.
 */
@ApplicationScoped
class TextIndex {
    private static final String PRODUCT = "product";
    private static final String PORTION = "portion";
    private static final String TEXT = "text";
    private static final int AT_ONCE = 200;

    /** That a word occurs, and neither where nor how often: a portion cannot be put together again. */
    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS);
        WORDS.setOmitNorms(true);
        WORDS.freeze();
    }

    @Inject
    private Content content;

    @Inject
    private Shelf shelf;

    private final Analyzer analyzer = new Folding();
    private final IndexWriter writer;
    private DirectoryReader reader;

    TextIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
            reader = DirectoryReader.open(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() {
        try {
            reader.close();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Case and accents do not matter; French and English words stand as they are. */
    private static final class Folding extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer tokens = new StandardTokenizer();
            return new TokenStreamComponents(tokens, new ASCIIFoldingFilter(new LowerCaseFilter(tokens)));
        }
    }

    /** Follows changes of published products; the listing holds its own write lock meanwhile. */
    synchronized void place(List<Shelf.Place> places) {
        try {
            for (int i = 0; i < places.size(); i += AT_ONCE) {
                List<Shelf.Place> some = places.subList(i, Math.min(places.size(), i + AT_ONCE));
                Map<Long, Map<Integer, String>> words = content.forIndex(bound(some.stream()
                        .filter(p -> p.state() == ProductState.PUBLISHED)
                        .toList()));
                for (Shelf.Place place : some) {
                    Term key = new Term(PRODUCT + "Key", Long.toString(place.id()));
                    writer.updateDocuments(key, documents(place, words.getOrDefault(place.version(), Map.of())));
                }
            }
            DirectoryReader fresh = DirectoryReader.openIfChanged(reader, writer);
            if (fresh != null) {
                reader.close();
                reader = fresh;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Bound> bound(List<Shelf.Place> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        Map<Long, Shelf.Place> of = places.stream().collect(Collectors.toMap(Shelf.Place::version, p -> p));
        Map<Long, ProductType> types =
                shelf.types(places.stream().map(Shelf.Place::id).toList());
        return shelf.versionsById(of.keySet()).stream()
                .flatMap(v -> v
                        .bound(
                                Objects.requireNonNull(of.get(v.id())).number(),
                                Objects.requireNonNull(types.get(v.productId())),
                                false)
                        .stream())
                .toList();
    }

    private static List<Document> documents(Shelf.Place place, Map<Integer, String> words) {
        List<Document> documents = new ArrayList<>();
        words.forEach((ordinal, text) -> {
            if (ordinal < Content.TITLE) {
                return;
            }
            Document document = new Document();
            document.add(new StringField(PRODUCT + "Key", Long.toString(place.id()), Field.Store.NO));
            document.add(new NumericDocValuesField(PRODUCT, place.id()));
            document.add(new NumericDocValuesField(PORTION, ordinal));
            document.add(new Field(TEXT, text, WORDS));
            documents.add(document);
        });
        return documents;
    }

    /**
     * Products in which every word of the query occurs in a portion that the reader may read.
     *
     * @param readable asked with product id and ordinal
     */
    Set<Long> matching(String query, BiPredicate<Long, Integer> readable) {
        Set<Long> all = null;
        for (String word : words(query)) {
            Set<Long> with = saying(word, readable, all);
            all = with;
            if (all.isEmpty()) {
                break;
            }
        }
        return all == null ? Set.of() : all;
    }

    private Set<Long> saying(
            String word, BiPredicate<Long, Integer> readable, @org.jspecify.annotations.Nullable Set<Long> among) {
        Set<Long> found = new HashSet<>();
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                PostingsEnum hits = leaf.reader().postings(new Term(TEXT, word), PostingsEnum.NONE);
                NumericDocValues product = leaf.reader().getNumericDocValues(PRODUCT);
                NumericDocValues portion = leaf.reader().getNumericDocValues(PORTION);
                var live = leaf.reader().getLiveDocs();
                while (hits != null && hits.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    int doc = hits.docID();
                    if ((live != null && !live.get(doc)) || !product.advanceExact(doc) || !portion.advanceExact(doc)) {
                        continue;
                    }
                    long id = product.longValue();
                    boolean wanted = !found.contains(id) && (among == null || among.contains(id));
                    if (wanted && readable.test(id, (int) portion.longValue())) {
                        found.add(id);
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> words(String query) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(TEXT, new StringReader(query))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
