package org.yizhan.scratch.domain;

import org.springframework.util.StringUtils;

/** Breaks the rule on purpose, so that the rule is seen to bite. */
public final class SpringInTheDomain {

  public boolean isBlank(String text) {
    return !StringUtils.hasText(text);
  }
}
