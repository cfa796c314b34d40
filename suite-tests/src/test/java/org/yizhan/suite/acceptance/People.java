package org.yizhan.suite.acceptance;

import java.util.concurrent.atomic.AtomicInteger;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.City;

/** Makes people whom no other test of this JVM knows. */
final class People {

  private static final AtomicInteger NEXT = new AtomicInteger(1);

  private People() {}

  static Citizen inHeyuan() {
    return resident(City.HEYUAN, "441602");
  }

  static Citizen inWenzhou() {
    return resident(City.WENZHOU, "330302");
  }

  private static Citizen resident(String city, String county) {
    int number = NEXT.getAndIncrement();
    return Citizen.resident(
        "person-" + number, City.idNumber(city, number), "测试人" + number + "号", county);
  }
}
