package org.yizhan.chassis.privacy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Keys come from the environment; a service that needs them refuses to start without. */
@AutoConfiguration
public class PrivacyConfiguration {

  /** Lazy: services that never see a sensitive text need no key. */
  @Bean
  @Lazy
  SensitiveTexts sensitiveTexts(
      @Value("${YIZHAN_ID_HASH_KEY}") String hashKey,
      @Value("${YIZHAN_ID_CIPHER_KEY}") String cipherKey) {
    return new SensitiveTexts(hashKey, cipherKey);
  }
}
