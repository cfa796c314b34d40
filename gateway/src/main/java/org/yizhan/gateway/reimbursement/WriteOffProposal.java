package org.yizhan.gateway.reimbursement;

/**
 * A well-formed proposal to give up what is still open.
 *
 * @param maker as the agency names its people
 */
public record WriteOffProposal(String maker, String reason) {}
