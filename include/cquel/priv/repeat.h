/* cquel/priv/repeat.h: counting arguments and repeating a macro over them, up to 64.
 *
 * Written by tests/lint/repeat.sh; not edited by hand.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_REPEAT_H
#define CQUEL_PRIV_REPEAT_H

#define CQ_PRIV_CAT_(a, b) a##b
#define CQ_PRIV_CAT(a, b) CQ_PRIV_CAT_(a, b)

/* The number of arguments, 1 to 64; more gives the word MORE, none gives 1. */
#define CQ_PRIV_COUNT_(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62, a63, a64, n, ...) n
#define CQ_PRIV_COUNT(...) CQ_PRIV_COUNT_(__VA_ARGS__, 64, 63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
/* The number of arguments behind the first, 0 to 63; and whether there are any. */
#define CQ_PRIV_COUNT_REST(...) CQ_PRIV_COUNT_(__VA_ARGS__, 63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0)
#define CQ_PRIV_SOME_0 0
#define CQ_PRIV_SOME_1 1
#define CQ_PRIV_SOME_2 1
#define CQ_PRIV_SOME_3 1
#define CQ_PRIV_SOME_4 1
#define CQ_PRIV_SOME_5 1
#define CQ_PRIV_SOME_6 1
#define CQ_PRIV_SOME_7 1
#define CQ_PRIV_SOME_8 1
#define CQ_PRIV_SOME_9 1
#define CQ_PRIV_SOME_10 1
#define CQ_PRIV_SOME_11 1
#define CQ_PRIV_SOME_12 1
#define CQ_PRIV_SOME_13 1
#define CQ_PRIV_SOME_14 1
#define CQ_PRIV_SOME_15 1
#define CQ_PRIV_SOME_16 1
#define CQ_PRIV_SOME_17 1
#define CQ_PRIV_SOME_18 1
#define CQ_PRIV_SOME_19 1
#define CQ_PRIV_SOME_20 1
#define CQ_PRIV_SOME_21 1
#define CQ_PRIV_SOME_22 1
#define CQ_PRIV_SOME_23 1
#define CQ_PRIV_SOME_24 1
#define CQ_PRIV_SOME_25 1
#define CQ_PRIV_SOME_26 1
#define CQ_PRIV_SOME_27 1
#define CQ_PRIV_SOME_28 1
#define CQ_PRIV_SOME_29 1
#define CQ_PRIV_SOME_30 1
#define CQ_PRIV_SOME_31 1
#define CQ_PRIV_SOME_32 1
#define CQ_PRIV_SOME_33 1
#define CQ_PRIV_SOME_34 1
#define CQ_PRIV_SOME_35 1
#define CQ_PRIV_SOME_36 1
#define CQ_PRIV_SOME_37 1
#define CQ_PRIV_SOME_38 1
#define CQ_PRIV_SOME_39 1
#define CQ_PRIV_SOME_40 1
#define CQ_PRIV_SOME_41 1
#define CQ_PRIV_SOME_42 1
#define CQ_PRIV_SOME_43 1
#define CQ_PRIV_SOME_44 1
#define CQ_PRIV_SOME_45 1
#define CQ_PRIV_SOME_46 1
#define CQ_PRIV_SOME_47 1
#define CQ_PRIV_SOME_48 1
#define CQ_PRIV_SOME_49 1
#define CQ_PRIV_SOME_50 1
#define CQ_PRIV_SOME_51 1
#define CQ_PRIV_SOME_52 1
#define CQ_PRIV_SOME_53 1
#define CQ_PRIV_SOME_54 1
#define CQ_PRIV_SOME_55 1
#define CQ_PRIV_SOME_56 1
#define CQ_PRIV_SOME_57 1
#define CQ_PRIV_SOME_58 1
#define CQ_PRIV_SOME_59 1
#define CQ_PRIV_SOME_60 1
#define CQ_PRIV_SOME_61 1
#define CQ_PRIV_SOME_62 1
#define CQ_PRIV_SOME_63 1

/* CQ_PRIV_EACH_n(m, p, a1, ... an): m(p, 1, a1) m(p, 2, a2) ...; p is passed along. */
#define CQ_PRIV_EACH_0(m, p, ...)
#define CQ_PRIV_EACH_1(m, p, a1) m(p, 1, a1)
#define CQ_PRIV_EACH_2(m, p, a1, a2) m(p, 1, a1) m(p, 2, a2)
#define CQ_PRIV_EACH_3(m, p, a1, a2, a3) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3)
#define CQ_PRIV_EACH_4(m, p, a1, a2, a3, a4) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4)
#define CQ_PRIV_EACH_5(m, p, a1, a2, a3, a4, a5) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5)
#define CQ_PRIV_EACH_6(m, p, a1, a2, a3, a4, a5, a6) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6)
#define CQ_PRIV_EACH_7(m, p, a1, a2, a3, a4, a5, a6, a7) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7)
#define CQ_PRIV_EACH_8(m, p, a1, a2, a3, a4, a5, a6, a7, a8) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8)
#define CQ_PRIV_EACH_9(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9)
#define CQ_PRIV_EACH_10(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10)
#define CQ_PRIV_EACH_11(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11)
#define CQ_PRIV_EACH_12(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12)
#define CQ_PRIV_EACH_13(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13)
#define CQ_PRIV_EACH_14(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14)
#define CQ_PRIV_EACH_15(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15)
#define CQ_PRIV_EACH_16(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16)
#define CQ_PRIV_EACH_17(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17)
#define CQ_PRIV_EACH_18(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18)
#define CQ_PRIV_EACH_19(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19)
#define CQ_PRIV_EACH_20(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20)
#define CQ_PRIV_EACH_21(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21)
#define CQ_PRIV_EACH_22(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22)
#define CQ_PRIV_EACH_23(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23)
#define CQ_PRIV_EACH_24(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24)
#define CQ_PRIV_EACH_25(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25)
#define CQ_PRIV_EACH_26(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26)
#define CQ_PRIV_EACH_27(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27)
#define CQ_PRIV_EACH_28(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28)
#define CQ_PRIV_EACH_29(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29)
#define CQ_PRIV_EACH_30(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30)
#define CQ_PRIV_EACH_31(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31)
#define CQ_PRIV_EACH_32(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32)
#define CQ_PRIV_EACH_33(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33)
#define CQ_PRIV_EACH_34(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34)
#define CQ_PRIV_EACH_35(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35)
#define CQ_PRIV_EACH_36(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36)
#define CQ_PRIV_EACH_37(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37)
#define CQ_PRIV_EACH_38(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38)
#define CQ_PRIV_EACH_39(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39)
#define CQ_PRIV_EACH_40(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40)
#define CQ_PRIV_EACH_41(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41)
#define CQ_PRIV_EACH_42(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42)
#define CQ_PRIV_EACH_43(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43)
#define CQ_PRIV_EACH_44(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44)
#define CQ_PRIV_EACH_45(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45)
#define CQ_PRIV_EACH_46(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46)
#define CQ_PRIV_EACH_47(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47)
#define CQ_PRIV_EACH_48(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48)
#define CQ_PRIV_EACH_49(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49)
#define CQ_PRIV_EACH_50(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50)
#define CQ_PRIV_EACH_51(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51)
#define CQ_PRIV_EACH_52(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52)
#define CQ_PRIV_EACH_53(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53)
#define CQ_PRIV_EACH_54(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54)
#define CQ_PRIV_EACH_55(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54) m(p, 55, a55)
#define CQ_PRIV_EACH_56(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54) m(p, 55, a55) m(p, 56, a56)
#define CQ_PRIV_EACH_57(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54) m(p, 55, a55) m(p, 56, a56) m(p, 57, a57)
#define CQ_PRIV_EACH_58(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54) m(p, 55, a55) m(p, 56, a56) m(p, 57, a57) m(p, 58, a58)
#define CQ_PRIV_EACH_59(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54) m(p, 55, a55) m(p, 56, a56) m(p, 57, a57) m(p, 58, a58) m(p, 59, a59)
#define CQ_PRIV_EACH_60(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54) m(p, 55, a55) m(p, 56, a56) m(p, 57, a57) m(p, 58, a58) m(p, 59, a59) m(p, 60, a60)
#define CQ_PRIV_EACH_61(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54) m(p, 55, a55) m(p, 56, a56) m(p, 57, a57) m(p, 58, a58) m(p, 59, a59) m(p, 60, a60) m(p, 61, a61)
#define CQ_PRIV_EACH_62(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54) m(p, 55, a55) m(p, 56, a56) m(p, 57, a57) m(p, 58, a58) m(p, 59, a59) m(p, 60, a60) m(p, 61, a61) m(p, 62, a62)
#define CQ_PRIV_EACH_63(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62, a63) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54) m(p, 55, a55) m(p, 56, a56) m(p, 57, a57) m(p, 58, a58) m(p, 59, a59) m(p, 60, a60) m(p, 61, a61) m(p, 62, a62) m(p, 63, a63)
#define CQ_PRIV_EACH_64(m, p, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62, a63, a64) m(p, 1, a1) m(p, 2, a2) m(p, 3, a3) m(p, 4, a4) m(p, 5, a5) m(p, 6, a6) m(p, 7, a7) m(p, 8, a8) m(p, 9, a9) m(p, 10, a10) m(p, 11, a11) m(p, 12, a12) m(p, 13, a13) m(p, 14, a14) m(p, 15, a15) m(p, 16, a16) m(p, 17, a17) m(p, 18, a18) m(p, 19, a19) m(p, 20, a20) m(p, 21, a21) m(p, 22, a22) m(p, 23, a23) m(p, 24, a24) m(p, 25, a25) m(p, 26, a26) m(p, 27, a27) m(p, 28, a28) m(p, 29, a29) m(p, 30, a30) m(p, 31, a31) m(p, 32, a32) m(p, 33, a33) m(p, 34, a34) m(p, 35, a35) m(p, 36, a36) m(p, 37, a37) m(p, 38, a38) m(p, 39, a39) m(p, 40, a40) m(p, 41, a41) m(p, 42, a42) m(p, 43, a43) m(p, 44, a44) m(p, 45, a45) m(p, 46, a46) m(p, 47, a47) m(p, 48, a48) m(p, 49, a49) m(p, 50, a50) m(p, 51, a51) m(p, 52, a52) m(p, 53, a53) m(p, 54, a54) m(p, 55, a55) m(p, 56, a56) m(p, 57, a57) m(p, 58, a58) m(p, 59, a59) m(p, 60, a60) m(p, 61, a61) m(p, 62, a62) m(p, 63, a63) m(p, 64, a64)

/* CQ_PRIV_TIMES_n(m): m(1) m(2) ... m(n). */
#define CQ_PRIV_TIMES_0(m)
#define CQ_PRIV_TIMES_1(m) m(1)
#define CQ_PRIV_TIMES_2(m) CQ_PRIV_TIMES_1(m) m(2)
#define CQ_PRIV_TIMES_3(m) CQ_PRIV_TIMES_2(m) m(3)
#define CQ_PRIV_TIMES_4(m) CQ_PRIV_TIMES_3(m) m(4)
#define CQ_PRIV_TIMES_5(m) CQ_PRIV_TIMES_4(m) m(5)
#define CQ_PRIV_TIMES_6(m) CQ_PRIV_TIMES_5(m) m(6)
#define CQ_PRIV_TIMES_7(m) CQ_PRIV_TIMES_6(m) m(7)
#define CQ_PRIV_TIMES_8(m) CQ_PRIV_TIMES_7(m) m(8)
#define CQ_PRIV_TIMES_9(m) CQ_PRIV_TIMES_8(m) m(9)
#define CQ_PRIV_TIMES_10(m) CQ_PRIV_TIMES_9(m) m(10)
#define CQ_PRIV_TIMES_11(m) CQ_PRIV_TIMES_10(m) m(11)
#define CQ_PRIV_TIMES_12(m) CQ_PRIV_TIMES_11(m) m(12)
#define CQ_PRIV_TIMES_13(m) CQ_PRIV_TIMES_12(m) m(13)
#define CQ_PRIV_TIMES_14(m) CQ_PRIV_TIMES_13(m) m(14)
#define CQ_PRIV_TIMES_15(m) CQ_PRIV_TIMES_14(m) m(15)
#define CQ_PRIV_TIMES_16(m) CQ_PRIV_TIMES_15(m) m(16)
#define CQ_PRIV_TIMES_17(m) CQ_PRIV_TIMES_16(m) m(17)
#define CQ_PRIV_TIMES_18(m) CQ_PRIV_TIMES_17(m) m(18)
#define CQ_PRIV_TIMES_19(m) CQ_PRIV_TIMES_18(m) m(19)
#define CQ_PRIV_TIMES_20(m) CQ_PRIV_TIMES_19(m) m(20)
#define CQ_PRIV_TIMES_21(m) CQ_PRIV_TIMES_20(m) m(21)
#define CQ_PRIV_TIMES_22(m) CQ_PRIV_TIMES_21(m) m(22)
#define CQ_PRIV_TIMES_23(m) CQ_PRIV_TIMES_22(m) m(23)
#define CQ_PRIV_TIMES_24(m) CQ_PRIV_TIMES_23(m) m(24)
#define CQ_PRIV_TIMES_25(m) CQ_PRIV_TIMES_24(m) m(25)
#define CQ_PRIV_TIMES_26(m) CQ_PRIV_TIMES_25(m) m(26)
#define CQ_PRIV_TIMES_27(m) CQ_PRIV_TIMES_26(m) m(27)
#define CQ_PRIV_TIMES_28(m) CQ_PRIV_TIMES_27(m) m(28)
#define CQ_PRIV_TIMES_29(m) CQ_PRIV_TIMES_28(m) m(29)
#define CQ_PRIV_TIMES_30(m) CQ_PRIV_TIMES_29(m) m(30)
#define CQ_PRIV_TIMES_31(m) CQ_PRIV_TIMES_30(m) m(31)
#define CQ_PRIV_TIMES_32(m) CQ_PRIV_TIMES_31(m) m(32)
#define CQ_PRIV_TIMES_33(m) CQ_PRIV_TIMES_32(m) m(33)
#define CQ_PRIV_TIMES_34(m) CQ_PRIV_TIMES_33(m) m(34)
#define CQ_PRIV_TIMES_35(m) CQ_PRIV_TIMES_34(m) m(35)
#define CQ_PRIV_TIMES_36(m) CQ_PRIV_TIMES_35(m) m(36)
#define CQ_PRIV_TIMES_37(m) CQ_PRIV_TIMES_36(m) m(37)
#define CQ_PRIV_TIMES_38(m) CQ_PRIV_TIMES_37(m) m(38)
#define CQ_PRIV_TIMES_39(m) CQ_PRIV_TIMES_38(m) m(39)
#define CQ_PRIV_TIMES_40(m) CQ_PRIV_TIMES_39(m) m(40)
#define CQ_PRIV_TIMES_41(m) CQ_PRIV_TIMES_40(m) m(41)
#define CQ_PRIV_TIMES_42(m) CQ_PRIV_TIMES_41(m) m(42)
#define CQ_PRIV_TIMES_43(m) CQ_PRIV_TIMES_42(m) m(43)
#define CQ_PRIV_TIMES_44(m) CQ_PRIV_TIMES_43(m) m(44)
#define CQ_PRIV_TIMES_45(m) CQ_PRIV_TIMES_44(m) m(45)
#define CQ_PRIV_TIMES_46(m) CQ_PRIV_TIMES_45(m) m(46)
#define CQ_PRIV_TIMES_47(m) CQ_PRIV_TIMES_46(m) m(47)
#define CQ_PRIV_TIMES_48(m) CQ_PRIV_TIMES_47(m) m(48)
#define CQ_PRIV_TIMES_49(m) CQ_PRIV_TIMES_48(m) m(49)
#define CQ_PRIV_TIMES_50(m) CQ_PRIV_TIMES_49(m) m(50)
#define CQ_PRIV_TIMES_51(m) CQ_PRIV_TIMES_50(m) m(51)
#define CQ_PRIV_TIMES_52(m) CQ_PRIV_TIMES_51(m) m(52)
#define CQ_PRIV_TIMES_53(m) CQ_PRIV_TIMES_52(m) m(53)
#define CQ_PRIV_TIMES_54(m) CQ_PRIV_TIMES_53(m) m(54)
#define CQ_PRIV_TIMES_55(m) CQ_PRIV_TIMES_54(m) m(55)
#define CQ_PRIV_TIMES_56(m) CQ_PRIV_TIMES_55(m) m(56)
#define CQ_PRIV_TIMES_57(m) CQ_PRIV_TIMES_56(m) m(57)
#define CQ_PRIV_TIMES_58(m) CQ_PRIV_TIMES_57(m) m(58)
#define CQ_PRIV_TIMES_59(m) CQ_PRIV_TIMES_58(m) m(59)
#define CQ_PRIV_TIMES_60(m) CQ_PRIV_TIMES_59(m) m(60)
#define CQ_PRIV_TIMES_61(m) CQ_PRIV_TIMES_60(m) m(61)
#define CQ_PRIV_TIMES_62(m) CQ_PRIV_TIMES_61(m) m(62)
#define CQ_PRIV_TIMES_63(m) CQ_PRIV_TIMES_62(m) m(63)
#define CQ_PRIV_TIMES_64(m) CQ_PRIV_TIMES_63(m) m(64)

/* CQ_PRIV_PAIRS_n(m): m(i, j) for each 1 <= i < j <= n; up to 32. */
#define CQ_PRIV_PAIRS_0(m)
#define CQ_PRIV_PAIRS_1(m)
#define CQ_PRIV_PAIRS_2(m) CQ_PRIV_PAIRS_1(m) m(1, 2)
#define CQ_PRIV_PAIRS_3(m) CQ_PRIV_PAIRS_2(m) m(1, 3) m(2, 3)
#define CQ_PRIV_PAIRS_4(m) CQ_PRIV_PAIRS_3(m) m(1, 4) m(2, 4) m(3, 4)
#define CQ_PRIV_PAIRS_5(m) CQ_PRIV_PAIRS_4(m) m(1, 5) m(2, 5) m(3, 5) m(4, 5)
#define CQ_PRIV_PAIRS_6(m) CQ_PRIV_PAIRS_5(m) m(1, 6) m(2, 6) m(3, 6) m(4, 6) m(5, 6)
#define CQ_PRIV_PAIRS_7(m) CQ_PRIV_PAIRS_6(m) m(1, 7) m(2, 7) m(3, 7) m(4, 7) m(5, 7) m(6, 7)
#define CQ_PRIV_PAIRS_8(m) CQ_PRIV_PAIRS_7(m) m(1, 8) m(2, 8) m(3, 8) m(4, 8) m(5, 8) m(6, 8) m(7, 8)
#define CQ_PRIV_PAIRS_9(m) CQ_PRIV_PAIRS_8(m) m(1, 9) m(2, 9) m(3, 9) m(4, 9) m(5, 9) m(6, 9) m(7, 9) m(8, 9)
#define CQ_PRIV_PAIRS_10(m) CQ_PRIV_PAIRS_9(m) m(1, 10) m(2, 10) m(3, 10) m(4, 10) m(5, 10) m(6, 10) m(7, 10) m(8, 10) m(9, 10)
#define CQ_PRIV_PAIRS_11(m) CQ_PRIV_PAIRS_10(m) m(1, 11) m(2, 11) m(3, 11) m(4, 11) m(5, 11) m(6, 11) m(7, 11) m(8, 11) m(9, 11) m(10, 11)
#define CQ_PRIV_PAIRS_12(m) CQ_PRIV_PAIRS_11(m) m(1, 12) m(2, 12) m(3, 12) m(4, 12) m(5, 12) m(6, 12) m(7, 12) m(8, 12) m(9, 12) m(10, 12) m(11, 12)
#define CQ_PRIV_PAIRS_13(m) CQ_PRIV_PAIRS_12(m) m(1, 13) m(2, 13) m(3, 13) m(4, 13) m(5, 13) m(6, 13) m(7, 13) m(8, 13) m(9, 13) m(10, 13) m(11, 13) m(12, 13)
#define CQ_PRIV_PAIRS_14(m) CQ_PRIV_PAIRS_13(m) m(1, 14) m(2, 14) m(3, 14) m(4, 14) m(5, 14) m(6, 14) m(7, 14) m(8, 14) m(9, 14) m(10, 14) m(11, 14) m(12, 14) m(13, 14)
#define CQ_PRIV_PAIRS_15(m) CQ_PRIV_PAIRS_14(m) m(1, 15) m(2, 15) m(3, 15) m(4, 15) m(5, 15) m(6, 15) m(7, 15) m(8, 15) m(9, 15) m(10, 15) m(11, 15) m(12, 15) m(13, 15) m(14, 15)
#define CQ_PRIV_PAIRS_16(m) CQ_PRIV_PAIRS_15(m) m(1, 16) m(2, 16) m(3, 16) m(4, 16) m(5, 16) m(6, 16) m(7, 16) m(8, 16) m(9, 16) m(10, 16) m(11, 16) m(12, 16) m(13, 16) m(14, 16) m(15, 16)
#define CQ_PRIV_PAIRS_17(m) CQ_PRIV_PAIRS_16(m) m(1, 17) m(2, 17) m(3, 17) m(4, 17) m(5, 17) m(6, 17) m(7, 17) m(8, 17) m(9, 17) m(10, 17) m(11, 17) m(12, 17) m(13, 17) m(14, 17) m(15, 17) m(16, 17)
#define CQ_PRIV_PAIRS_18(m) CQ_PRIV_PAIRS_17(m) m(1, 18) m(2, 18) m(3, 18) m(4, 18) m(5, 18) m(6, 18) m(7, 18) m(8, 18) m(9, 18) m(10, 18) m(11, 18) m(12, 18) m(13, 18) m(14, 18) m(15, 18) m(16, 18) m(17, 18)
#define CQ_PRIV_PAIRS_19(m) CQ_PRIV_PAIRS_18(m) m(1, 19) m(2, 19) m(3, 19) m(4, 19) m(5, 19) m(6, 19) m(7, 19) m(8, 19) m(9, 19) m(10, 19) m(11, 19) m(12, 19) m(13, 19) m(14, 19) m(15, 19) m(16, 19) m(17, 19) m(18, 19)
#define CQ_PRIV_PAIRS_20(m) CQ_PRIV_PAIRS_19(m) m(1, 20) m(2, 20) m(3, 20) m(4, 20) m(5, 20) m(6, 20) m(7, 20) m(8, 20) m(9, 20) m(10, 20) m(11, 20) m(12, 20) m(13, 20) m(14, 20) m(15, 20) m(16, 20) m(17, 20) m(18, 20) m(19, 20)
#define CQ_PRIV_PAIRS_21(m) CQ_PRIV_PAIRS_20(m) m(1, 21) m(2, 21) m(3, 21) m(4, 21) m(5, 21) m(6, 21) m(7, 21) m(8, 21) m(9, 21) m(10, 21) m(11, 21) m(12, 21) m(13, 21) m(14, 21) m(15, 21) m(16, 21) m(17, 21) m(18, 21) m(19, 21) m(20, 21)
#define CQ_PRIV_PAIRS_22(m) CQ_PRIV_PAIRS_21(m) m(1, 22) m(2, 22) m(3, 22) m(4, 22) m(5, 22) m(6, 22) m(7, 22) m(8, 22) m(9, 22) m(10, 22) m(11, 22) m(12, 22) m(13, 22) m(14, 22) m(15, 22) m(16, 22) m(17, 22) m(18, 22) m(19, 22) m(20, 22) m(21, 22)
#define CQ_PRIV_PAIRS_23(m) CQ_PRIV_PAIRS_22(m) m(1, 23) m(2, 23) m(3, 23) m(4, 23) m(5, 23) m(6, 23) m(7, 23) m(8, 23) m(9, 23) m(10, 23) m(11, 23) m(12, 23) m(13, 23) m(14, 23) m(15, 23) m(16, 23) m(17, 23) m(18, 23) m(19, 23) m(20, 23) m(21, 23) m(22, 23)
#define CQ_PRIV_PAIRS_24(m) CQ_PRIV_PAIRS_23(m) m(1, 24) m(2, 24) m(3, 24) m(4, 24) m(5, 24) m(6, 24) m(7, 24) m(8, 24) m(9, 24) m(10, 24) m(11, 24) m(12, 24) m(13, 24) m(14, 24) m(15, 24) m(16, 24) m(17, 24) m(18, 24) m(19, 24) m(20, 24) m(21, 24) m(22, 24) m(23, 24)
#define CQ_PRIV_PAIRS_25(m) CQ_PRIV_PAIRS_24(m) m(1, 25) m(2, 25) m(3, 25) m(4, 25) m(5, 25) m(6, 25) m(7, 25) m(8, 25) m(9, 25) m(10, 25) m(11, 25) m(12, 25) m(13, 25) m(14, 25) m(15, 25) m(16, 25) m(17, 25) m(18, 25) m(19, 25) m(20, 25) m(21, 25) m(22, 25) m(23, 25) m(24, 25)
#define CQ_PRIV_PAIRS_26(m) CQ_PRIV_PAIRS_25(m) m(1, 26) m(2, 26) m(3, 26) m(4, 26) m(5, 26) m(6, 26) m(7, 26) m(8, 26) m(9, 26) m(10, 26) m(11, 26) m(12, 26) m(13, 26) m(14, 26) m(15, 26) m(16, 26) m(17, 26) m(18, 26) m(19, 26) m(20, 26) m(21, 26) m(22, 26) m(23, 26) m(24, 26) m(25, 26)
#define CQ_PRIV_PAIRS_27(m) CQ_PRIV_PAIRS_26(m) m(1, 27) m(2, 27) m(3, 27) m(4, 27) m(5, 27) m(6, 27) m(7, 27) m(8, 27) m(9, 27) m(10, 27) m(11, 27) m(12, 27) m(13, 27) m(14, 27) m(15, 27) m(16, 27) m(17, 27) m(18, 27) m(19, 27) m(20, 27) m(21, 27) m(22, 27) m(23, 27) m(24, 27) m(25, 27) m(26, 27)
#define CQ_PRIV_PAIRS_28(m) CQ_PRIV_PAIRS_27(m) m(1, 28) m(2, 28) m(3, 28) m(4, 28) m(5, 28) m(6, 28) m(7, 28) m(8, 28) m(9, 28) m(10, 28) m(11, 28) m(12, 28) m(13, 28) m(14, 28) m(15, 28) m(16, 28) m(17, 28) m(18, 28) m(19, 28) m(20, 28) m(21, 28) m(22, 28) m(23, 28) m(24, 28) m(25, 28) m(26, 28) m(27, 28)
#define CQ_PRIV_PAIRS_29(m) CQ_PRIV_PAIRS_28(m) m(1, 29) m(2, 29) m(3, 29) m(4, 29) m(5, 29) m(6, 29) m(7, 29) m(8, 29) m(9, 29) m(10, 29) m(11, 29) m(12, 29) m(13, 29) m(14, 29) m(15, 29) m(16, 29) m(17, 29) m(18, 29) m(19, 29) m(20, 29) m(21, 29) m(22, 29) m(23, 29) m(24, 29) m(25, 29) m(26, 29) m(27, 29) m(28, 29)
#define CQ_PRIV_PAIRS_30(m) CQ_PRIV_PAIRS_29(m) m(1, 30) m(2, 30) m(3, 30) m(4, 30) m(5, 30) m(6, 30) m(7, 30) m(8, 30) m(9, 30) m(10, 30) m(11, 30) m(12, 30) m(13, 30) m(14, 30) m(15, 30) m(16, 30) m(17, 30) m(18, 30) m(19, 30) m(20, 30) m(21, 30) m(22, 30) m(23, 30) m(24, 30) m(25, 30) m(26, 30) m(27, 30) m(28, 30) m(29, 30)
#define CQ_PRIV_PAIRS_31(m) CQ_PRIV_PAIRS_30(m) m(1, 31) m(2, 31) m(3, 31) m(4, 31) m(5, 31) m(6, 31) m(7, 31) m(8, 31) m(9, 31) m(10, 31) m(11, 31) m(12, 31) m(13, 31) m(14, 31) m(15, 31) m(16, 31) m(17, 31) m(18, 31) m(19, 31) m(20, 31) m(21, 31) m(22, 31) m(23, 31) m(24, 31) m(25, 31) m(26, 31) m(27, 31) m(28, 31) m(29, 31) m(30, 31)
#define CQ_PRIV_PAIRS_32(m) CQ_PRIV_PAIRS_31(m) m(1, 32) m(2, 32) m(3, 32) m(4, 32) m(5, 32) m(6, 32) m(7, 32) m(8, 32) m(9, 32) m(10, 32) m(11, 32) m(12, 32) m(13, 32) m(14, 32) m(15, 32) m(16, 32) m(17, 32) m(18, 32) m(19, 32) m(20, 32) m(21, 32) m(22, 32) m(23, 32) m(24, 32) m(25, 32) m(26, 32) m(27, 32) m(28, 32) m(29, 32) m(30, 32) m(31, 32)

/* CQ_PRIV_NEXT_n(m): m(1, 2) m(2, 3) ... m(n - 1, n); up to 32. */
#define CQ_PRIV_NEXT_1(m)
#define CQ_PRIV_NEXT_2(m) CQ_PRIV_NEXT_1(m) m(1, 2)
#define CQ_PRIV_NEXT_3(m) CQ_PRIV_NEXT_2(m) m(2, 3)
#define CQ_PRIV_NEXT_4(m) CQ_PRIV_NEXT_3(m) m(3, 4)
#define CQ_PRIV_NEXT_5(m) CQ_PRIV_NEXT_4(m) m(4, 5)
#define CQ_PRIV_NEXT_6(m) CQ_PRIV_NEXT_5(m) m(5, 6)
#define CQ_PRIV_NEXT_7(m) CQ_PRIV_NEXT_6(m) m(6, 7)
#define CQ_PRIV_NEXT_8(m) CQ_PRIV_NEXT_7(m) m(7, 8)
#define CQ_PRIV_NEXT_9(m) CQ_PRIV_NEXT_8(m) m(8, 9)
#define CQ_PRIV_NEXT_10(m) CQ_PRIV_NEXT_9(m) m(9, 10)
#define CQ_PRIV_NEXT_11(m) CQ_PRIV_NEXT_10(m) m(10, 11)
#define CQ_PRIV_NEXT_12(m) CQ_PRIV_NEXT_11(m) m(11, 12)
#define CQ_PRIV_NEXT_13(m) CQ_PRIV_NEXT_12(m) m(12, 13)
#define CQ_PRIV_NEXT_14(m) CQ_PRIV_NEXT_13(m) m(13, 14)
#define CQ_PRIV_NEXT_15(m) CQ_PRIV_NEXT_14(m) m(14, 15)
#define CQ_PRIV_NEXT_16(m) CQ_PRIV_NEXT_15(m) m(15, 16)
#define CQ_PRIV_NEXT_17(m) CQ_PRIV_NEXT_16(m) m(16, 17)
#define CQ_PRIV_NEXT_18(m) CQ_PRIV_NEXT_17(m) m(17, 18)
#define CQ_PRIV_NEXT_19(m) CQ_PRIV_NEXT_18(m) m(18, 19)
#define CQ_PRIV_NEXT_20(m) CQ_PRIV_NEXT_19(m) m(19, 20)
#define CQ_PRIV_NEXT_21(m) CQ_PRIV_NEXT_20(m) m(20, 21)
#define CQ_PRIV_NEXT_22(m) CQ_PRIV_NEXT_21(m) m(21, 22)
#define CQ_PRIV_NEXT_23(m) CQ_PRIV_NEXT_22(m) m(22, 23)
#define CQ_PRIV_NEXT_24(m) CQ_PRIV_NEXT_23(m) m(23, 24)
#define CQ_PRIV_NEXT_25(m) CQ_PRIV_NEXT_24(m) m(24, 25)
#define CQ_PRIV_NEXT_26(m) CQ_PRIV_NEXT_25(m) m(25, 26)
#define CQ_PRIV_NEXT_27(m) CQ_PRIV_NEXT_26(m) m(26, 27)
#define CQ_PRIV_NEXT_28(m) CQ_PRIV_NEXT_27(m) m(27, 28)
#define CQ_PRIV_NEXT_29(m) CQ_PRIV_NEXT_28(m) m(28, 29)
#define CQ_PRIV_NEXT_30(m) CQ_PRIV_NEXT_29(m) m(29, 30)
#define CQ_PRIV_NEXT_31(m) CQ_PRIV_NEXT_30(m) m(30, 31)
#define CQ_PRIV_NEXT_32(m) CQ_PRIV_NEXT_31(m) m(31, 32)

/* n, but never more than 8: as many items of a SELECT carry their words in its type. */
#define CQ_PRIV_AT_MOST_8_1 1
#define CQ_PRIV_AT_MOST_8_2 2
#define CQ_PRIV_AT_MOST_8_3 3
#define CQ_PRIV_AT_MOST_8_4 4
#define CQ_PRIV_AT_MOST_8_5 5
#define CQ_PRIV_AT_MOST_8_6 6
#define CQ_PRIV_AT_MOST_8_7 7
#define CQ_PRIV_AT_MOST_8_8 8
#define CQ_PRIV_AT_MOST_8_9 8
#define CQ_PRIV_AT_MOST_8_10 8
#define CQ_PRIV_AT_MOST_8_11 8
#define CQ_PRIV_AT_MOST_8_12 8
#define CQ_PRIV_AT_MOST_8_13 8
#define CQ_PRIV_AT_MOST_8_14 8
#define CQ_PRIV_AT_MOST_8_15 8
#define CQ_PRIV_AT_MOST_8_16 8
#define CQ_PRIV_AT_MOST_8_17 8
#define CQ_PRIV_AT_MOST_8_18 8
#define CQ_PRIV_AT_MOST_8_19 8
#define CQ_PRIV_AT_MOST_8_20 8
#define CQ_PRIV_AT_MOST_8_21 8
#define CQ_PRIV_AT_MOST_8_22 8
#define CQ_PRIV_AT_MOST_8_23 8
#define CQ_PRIV_AT_MOST_8_24 8
#define CQ_PRIV_AT_MOST_8_25 8
#define CQ_PRIV_AT_MOST_8_26 8
#define CQ_PRIV_AT_MOST_8_27 8
#define CQ_PRIV_AT_MOST_8_28 8
#define CQ_PRIV_AT_MOST_8_29 8
#define CQ_PRIV_AT_MOST_8_30 8
#define CQ_PRIV_AT_MOST_8_31 8
#define CQ_PRIV_AT_MOST_8_32 8
#define CQ_PRIV_AT_MOST_8_33 8
#define CQ_PRIV_AT_MOST_8_34 8
#define CQ_PRIV_AT_MOST_8_35 8
#define CQ_PRIV_AT_MOST_8_36 8
#define CQ_PRIV_AT_MOST_8_37 8
#define CQ_PRIV_AT_MOST_8_38 8
#define CQ_PRIV_AT_MOST_8_39 8
#define CQ_PRIV_AT_MOST_8_40 8
#define CQ_PRIV_AT_MOST_8_41 8
#define CQ_PRIV_AT_MOST_8_42 8
#define CQ_PRIV_AT_MOST_8_43 8
#define CQ_PRIV_AT_MOST_8_44 8
#define CQ_PRIV_AT_MOST_8_45 8
#define CQ_PRIV_AT_MOST_8_46 8
#define CQ_PRIV_AT_MOST_8_47 8
#define CQ_PRIV_AT_MOST_8_48 8
#define CQ_PRIV_AT_MOST_8_49 8
#define CQ_PRIV_AT_MOST_8_50 8
#define CQ_PRIV_AT_MOST_8_51 8
#define CQ_PRIV_AT_MOST_8_52 8
#define CQ_PRIV_AT_MOST_8_53 8
#define CQ_PRIV_AT_MOST_8_54 8
#define CQ_PRIV_AT_MOST_8_55 8
#define CQ_PRIV_AT_MOST_8_56 8
#define CQ_PRIV_AT_MOST_8_57 8
#define CQ_PRIV_AT_MOST_8_58 8
#define CQ_PRIV_AT_MOST_8_59 8
#define CQ_PRIV_AT_MOST_8_60 8
#define CQ_PRIV_AT_MOST_8_61 8
#define CQ_PRIV_AT_MOST_8_62 8
#define CQ_PRIV_AT_MOST_8_63 8
#define CQ_PRIV_AT_MOST_8_64 8

/* CQ_PRIV_FILL_8_n(m): m(n + 1) ... m(8). */
#define CQ_PRIV_FILL_8_1(m) m(2) m(3) m(4) m(5) m(6) m(7) m(8)
#define CQ_PRIV_FILL_8_2(m) m(3) m(4) m(5) m(6) m(7) m(8)
#define CQ_PRIV_FILL_8_3(m) m(4) m(5) m(6) m(7) m(8)
#define CQ_PRIV_FILL_8_4(m) m(5) m(6) m(7) m(8)
#define CQ_PRIV_FILL_8_5(m) m(6) m(7) m(8)
#define CQ_PRIV_FILL_8_6(m) m(7) m(8)
#define CQ_PRIV_FILL_8_7(m) m(8)
#define CQ_PRIV_FILL_8_8(m)

/* Whether a name is a list (a macro that takes a callback): CQ_PRIV_IS_LIST(users_COLUMNS(CQ_PRIV_NOTHING))
 * is 1, and 0 where users_COLUMNS is no macro, because then its tokens stay. */
#define CQ_PRIV_NOTHING(...)
#define CQ_PRIV_MARK() 0, 1,
#define CQ_PRIV_SECOND_(a, b, ...) b
#define CQ_PRIV_SECOND(...) CQ_PRIV_SECOND_(__VA_ARGS__)
#define CQ_PRIV_IS_LIST(...) CQ_PRIV_SECOND(CQ_PRIV_MARK __VA_ARGS__ (), 0, )

#endif
