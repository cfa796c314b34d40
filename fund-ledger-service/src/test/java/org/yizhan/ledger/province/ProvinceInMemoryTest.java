package org.yizhan.ledger.province;

import org.yizhan.ledger.province.Province.Application;
import org.yizhan.ledger.province.Province.PaidUp;
import org.yizhan.ledger.province.Province.Receipt;
import org.yizhan.ledger.province.Province.Reply;

/** H19: the fake does what the province does. */
class ProvinceInMemoryTest extends ProvinceContract {

  private final ProvinceInMemory province = new ProvinceInMemory();

  @Override
  protected Province province() {
    return province;
  }

  @Override
  protected void has(PaidUp paidUp, Receipt receipt) {
    province.has(paidUp, receipt);
  }

  @Override
  protected void decides(Application application, Reply reply) {
    province.decides(application.id(), reply);
  }

  @Override
  protected void losesTheAnswerTo(Application application) {
    province.losesTheNextAnswer();
  }

  @Override
  protected void fallsSilent() {
    province.answers(false);
  }

  @Override
  protected int handedIn(Application application) {
    return province.taken.containsKey(application.id()) ? 1 : 0;
  }
}
