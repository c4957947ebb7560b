package org.entente.request;

/** What a change of a request answers: its state as the one who made the change sees it. */
public record RequestReceipt(String number, RequestState state) {
    String text() {
        return number + "\t" + state;
    }

    static RequestReceipt read(String text) {
        String[] parts = text.split("\t", -1);
        return new RequestReceipt(parts[0], RequestState.valueOf(parts[1]));
    }
}
