package org.yizhan.ledger.chain;

/**
 * What one batch appended to a chain. Between two links one can say in which span of offsets a
 * chain is broken.
 *
 * @param number 1 for the first of its chain
 * @param fromOffset of the first entry, {@code toOffset} of the last
 * @param entries how many
 * @param previous the head before them, {@code head} after them
 */
public record Link(
    ChainId chain,
    long number,
    long fromOffset,
    long toOffset,
    int entries,
    Digest previous,
    Digest head) {}
