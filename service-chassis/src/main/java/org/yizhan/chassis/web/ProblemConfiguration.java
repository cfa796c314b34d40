package org.yizhan.chassis.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** One shape of error on every HTTP surface. */
@AutoConfiguration
@Import(ProblemAdvice.class)
public class ProblemConfiguration {}
