/**
 * Each county's monthly list of everybody who is marked there, merged over the agencies, and its
 * delivery to the county's sharing platform (H12).
 */
@NullMarked
package org.yizhan.roster.countylist;

import org.jspecify.annotations.NullMarked;
