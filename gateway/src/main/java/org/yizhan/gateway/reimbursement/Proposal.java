package org.yizhan.gateway.reimbursement;

/**
 * A well-formed proposal to settle outside one-stop what became known late about a person's year.
 *
 * @param maker as the agency names its people
 */
public record Proposal(String personNumber, String city, int year, String maker, String reason) {}
