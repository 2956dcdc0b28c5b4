/* cquel/priv/attributes.h: the attributes of one column, counted and passed on one by one, up to 15.
 *
 * It knows nothing of what an attribute means. Every column of every table is looked at here five times, so the count is a
 * small one of its own: that of cquel/priv/repeat.h goes to 64. The arguments end with an empty one, which is no attribute.
 * A sixteenth attribute makes a word that is not known, and is quoted like one (cquel/priv/known.h).
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_ATTRIBUTES_H
#define CQUEL_PRIV_ATTRIBUTES_H

#include <cquel/priv/repeat.h>

/* clang-format off */
#define CQ_PRIV_FEW_(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, n, ...) n
#define CQ_PRIV_FEW(...) CQ_PRIV_FEW_(__VA_ARGS__, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, )

/* CQ_PRIV_ATTRIBUTES(m, p, a1, ... an, ): m(p, a1) m(p, a2) ... m(p, an); p is passed along. */
#define CQ_PRIV_ATTRIBUTES(m, p, ...) CQ_PRIV_CAT(CQ_AT_MOST_15_ATTRIBUTES_, CQ_PRIV_FEW(__VA_ARGS__))(m, p, __VA_ARGS__)
#define CQ_AT_MOST_15_ATTRIBUTES_0(m, p, ...)
#define CQ_AT_MOST_15_ATTRIBUTES_1(m, p, a1, e) m(p, a1)
#define CQ_AT_MOST_15_ATTRIBUTES_2(m, p, a1, a2, e) m(p, a1) m(p, a2)
#define CQ_AT_MOST_15_ATTRIBUTES_3(m, p, a1, a2, a3, e) m(p, a1) m(p, a2) m(p, a3)
#define CQ_AT_MOST_15_ATTRIBUTES_4(m, p, a1, a2, a3, a4, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4)
#define CQ_AT_MOST_15_ATTRIBUTES_5(m, p, a1, a2, a3, a4, a5, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5)
#define CQ_AT_MOST_15_ATTRIBUTES_6(m, p, a1, a2, a3, a4, a5, a6, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5) m(p, a6)
#define CQ_AT_MOST_15_ATTRIBUTES_7(m, p, a1, a2, a3, a4, a5, a6, a7, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5) m(p, a6) m(p, a7)
#define CQ_AT_MOST_15_ATTRIBUTES_8(m, p, a1, a2, a3, a4, a5, a6, a7, a8, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5) m(p, a6) m(p, a7) m(p, a8)
#define CQ_AT_MOST_15_ATTRIBUTES_9(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5) m(p, a6) m(p, a7) m(p, a8) m(p, a9)
#define CQ_AT_MOST_15_ATTRIBUTES_10(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5) m(p, a6) m(p, a7) m(p, a8) m(p, a9) m(p, a10)
#define CQ_AT_MOST_15_ATTRIBUTES_11(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5) m(p, a6) m(p, a7) m(p, a8) m(p, a9) m(p, a10) m(p, a11)
#define CQ_AT_MOST_15_ATTRIBUTES_12(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5) m(p, a6) m(p, a7) m(p, a8) m(p, a9) m(p, a10) m(p, a11) m(p, a12)
#define CQ_AT_MOST_15_ATTRIBUTES_13(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5) m(p, a6) m(p, a7) m(p, a8) m(p, a9) m(p, a10) m(p, a11) m(p, a12) m(p, a13)
#define CQ_AT_MOST_15_ATTRIBUTES_14(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5) m(p, a6) m(p, a7) m(p, a8) m(p, a9) m(p, a10) m(p, a11) m(p, a12) m(p, a13) m(p, a14)
#define CQ_AT_MOST_15_ATTRIBUTES_15(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, e) m(p, a1) m(p, a2) m(p, a3) m(p, a4) m(p, a5) m(p, a6) m(p, a7) m(p, a8) m(p, a9) m(p, a10) m(p, a11) m(p, a12) m(p, a13) m(p, a14) m(p, a15)
/* clang-format on */

#endif
