package org.yizhan.settlement.simulation;

import java.util.List;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;

/** What the ledger last said of every prepaid balance (W6). */
public interface Runways {

  /** Of a city's funds, by fund and kind. */
  List<RunwayForecast> of(String city);

  /** Of an older month than the one that is known it changes nothing. */
  void keep(List<RunwayForecast> forecasts);
}
