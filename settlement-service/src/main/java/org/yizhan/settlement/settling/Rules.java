package org.yizhan.settlement.settling;

import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.readjudication.NewLaw;
import org.yizhan.settlement.reimbursement.Reviewing;

/** What decides: pure, each of them. */
public record Rules(
    Adjudication adjudication, Refolding refolding, Reviewing reviewing, NewLaw inForce) {}
