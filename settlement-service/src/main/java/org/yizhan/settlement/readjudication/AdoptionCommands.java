package org.yizhan.settlement.readjudication;

import java.util.List;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;

/** The way to the log, where a person's years are changed in order with all else about them. */
public interface AdoptionCommands {

  /** Returns when all are acknowledged. */
  void send(List<AdoptLaw> commands);
}
