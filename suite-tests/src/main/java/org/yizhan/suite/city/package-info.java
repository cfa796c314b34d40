/** Two cities with their hospitals, agencies, people and discharges, made from a seed. */
@NullMarked
package org.yizhan.suite.city;

import org.jspecify.annotations.NullMarked;
