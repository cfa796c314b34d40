package org.yizhan.eligibility.person;

class PersonsInMemoryTest extends PersonsContract {

  private final Persons persons = new PersonsInMemory();

  @Override
  protected Persons persons() {
    return persons;
  }
}
