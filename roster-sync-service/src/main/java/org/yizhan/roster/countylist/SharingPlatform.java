package org.yizhan.roster.countylist;

import java.util.Optional;

/** The platform where a county shares the list with its insurance and labour departments. */
public interface SharingPlatform {

  /**
   * What the platform holds, to find out how an attempt ended whose answer was lost.
   *
   * @throws PlatformFailure when it does not answer
   */
  Optional<String> checksumOfWhatItHas(CountyList list);

  /**
   * Hands the list over with everybody on it.
   *
   * @throws PlatformFailure when the platform did not say that it has it; it may have it
   */
  void deliver(CountyList list);

  /** The list is not known to have arrived. */
  final class PlatformFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PlatformFailure(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
