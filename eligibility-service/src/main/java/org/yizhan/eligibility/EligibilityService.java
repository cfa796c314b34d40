package org.yizhan.eligibility;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication(proxyBeanMethods = false)
public class EligibilityService {

  public static void main(String[] args) {
    SpringApplication.run(EligibilityService.class, args);
  }
}
