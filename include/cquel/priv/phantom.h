/* cquel/priv/phantom.h: the static side of an expression: a null pointer whose type carries four numbers, the rules that
 * read them, and what keeps one mistake from becoming several errors.
 *
 * A phantom is  char (*(*(*(*)[A])[B + 1])[C + 1])[D + 1]
 *   A  families, flags and exact types (cquel/priv/types.h)
 *   B  bare columns outside aggregates, one bit of 56 for each (of ALL: bit 56 and the model's number)
 *   C  tables used, one bit of 56 for each
 *   D  tables whose absence makes it NULL
 * sizeof reads them as integer constants; nothing is evaluated. Structural types, so ?:, __auto_type and typeof keep them.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_PHANTOM_H
#define CQUEL_PRIV_PHANTOM_H

#include <cquel/priv/types.h>
#include <cquel/query.h>
#include <cquel/rules.h>

typedef uint64_t cq_u;

#define CQ_PRIV_PHANTOM(a, b, c, d) char (*(*(*(*)[a])[(b) + 1])[(c) + 1])[(d) + 1]
/* The same for a condition: its first word, and its tables. */
#define CQ_PRIV_PHANTOM_AC(a, c) char (*(*(*(*)[a])[1])[(c) + 1])[1]

/* Matches a phantom of any contents: an incomplete array is compatible with every size. */
#define CQ_PRIV_ANY char (*(*(*(*)[])[])[])[]

/* Each word is an array behind the pointers in the one before it. Every compiler call reads these many times over: they are
 * short. sizeof has 64 bits wherever arrays of such sizes exist. */
#define CQ_PRIV_A(h) (sizeof *h / 8)
#define CQ_PRIV_B(h) (sizeof ***h / 8 - 1)
#define CQ_PRIV_C(h) (sizeof *****h / 8 - 1)
#define CQ_PRIV_D(h) (sizeof *******h - 1)

/* A rule. clang: a folded literal, so that our text stands first and alone; gcc takes the condition as it is. */
#ifdef CQ_PRIV_RULES_OFF /* the second enforcer alone: what its tests are built with */
#define CQ_PRIV_RULE(condition, text)
#elif defined __clang__
#define CQ_PRIV_RULE(condition, text) _Static_assert(__builtin_choose_expr((condition), 1, 0), text);
#else
#define CQ_PRIV_RULE(condition, text) _Static_assert(condition, text);
#endif

/* One mistake, one error. clang drops a failed statement from a statement expression: what then stands last is its value,
 * so a value of the error type stands before the real one. */
#ifdef __clang__
#define CQ_PRIV_ELSE_ERROR (cq_ph_error)0;
#define CQ_PRIV_ELSE_NONE (cq_ph_none *)0;
#define CQ_PRIV_ELSE_STATUS (cq_status)0;
#else
#define CQ_PRIV_ELSE_ERROR
#define CQ_PRIV_ELSE_NONE
#define CQ_PRIV_ELSE_STATUS
#endif

/* The error type: serves every family, so no rule speaks about it. */
#define CQ_PRIV_ERROR_A 0x4bfff
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_ERROR_A, 0, 0, 0)) cq_ph_error;

/* gcc: a declaration that fails declares nothing, and the name is looked up outside. So every name that the macros declare
 * exists at file scope with the error type, and each operator puts these names between itself and an enclosing one. */
#ifdef __clang__
#define CQ_PRIV_FENCE
#define CQ_PRIV_FENCE_ITEMS(n)
#define CQ_PRIV_UNFENCE
#else
#define CQ_PRIV_FENCE extern cq_ph_error cq_l_o, cq_l_w, cq_l, cq_r_o, cq_r_w, cq_r; (void)0; __extension__({
#define CQ_PRIV_FENCE_NAME(i) , cq_i##i##_o, cq_i##i##_w, cq_i##i
#define CQ_PRIV_FENCE_ITEMS(n) extern cq_ph_error cq_l CQ_PRIV_CAT(CQ_PRIV_TIMES_, n)(CQ_PRIV_FENCE_NAME); (void)0; __extension__({
#define CQ_PRIV_UNFENCE ; })
#endif
extern cq_ph_error cq_l_o, cq_l_w, cq_l, cq_r_o, cq_r_w, cq_r, cq_e_o, cq_e_w, cq_e, cq_t, cq_k, cq_v;
#define CQ_PRIV_ITEM_NAME(i) extern cq_ph_error cq_i##i##_o, cq_i##i##_w, cq_i##i;
CQ_PRIV_TIMES_64(CQ_PRIV_ITEM_NAME)

/* A misspelt word is a call of a function that nobody declared: an error here, as later compilers have it anyway. */
#pragma GCC diagnostic error "-Wimplicit-function-declaration"

/* Where the statement is written: a pointer inside SQL(...) and CONDITION(...), an array at file scope, so that every use
 * compiles and sizeof tells the two apart. cq_st is the executor's storage, cq_s the statement being written. */
extern cq_statement cq_s[1], cq_st[1];
#define CQ_PRIV_IS_INSIDE (sizeof cq_s == sizeof(void *))
#define CQ_PRIV_INSIDE(txt) \
	CQ_PRIV_RULE(CQ_PRIV_IS_INSIDE, txt ": " CQ_SAY_OUTSIDE_SQL) \
	cq_statement *const cq_p = cq_s, *const cq_s = cq_p;

/* Where windows may stand: 0 in SELECT and ORDER_BY, 1 where they may not, 2 for the function right inside OVER. What refuses
 * them says so in front of its operands, and only OVER and the window functions look. */
enum { cq_window = 0 };
#define CQ_PRIV_WINDOWS(place) enum { cq_window = place };

/* Kinds of clauses: the bits of RANK rise in the order in which clauses stand. In between: a list that holds an aggregate, a
 * plain column (as in a phantom's first word). Above: an error; a JOIN or so behind which tables may be missing, which cq_n says. */
#define CQ_PRIV_K_WITH 0x1
#define CQ_PRIV_K_SELECT 0x2
#define CQ_PRIV_K_DISTINCT 0x4
#define CQ_PRIV_K_INSERT 0x8
#define CQ_PRIV_K_UPDATE 0x10
#define CQ_PRIV_K_DELETE 0x20
#define CQ_PRIV_K_FROM 0x40
#define CQ_PRIV_K_USING 0x80
#define CQ_PRIV_K_JOIN 0x100
#define CQ_PRIV_K_WHERE 0x200
#define CQ_PRIV_K_ALL 0x400
#define CQ_PRIV_K_GROUP 0x800
#define CQ_PRIV_K_HAVING 0x1000
#define CQ_PRIV_K_UNION 0x2000
#define CQ_PRIV_K_ORDER 0x4000
#define CQ_PRIV_K_LIMIT 0x8000
#define CQ_PRIV_K_AGGREGATE 0x10000
#define CQ_PRIV_K_BARE 0x20000
#define CQ_PRIV_K_OFFSET 0x40000
#define CQ_PRIV_K_LOCK 0x80000
#define CQ_PRIV_K_CONFLICT 0x100000
#define CQ_PRIV_K_OPTIONS 0x200000
#define CQ_PRIV_K_ERROR 0x400000
#define CQ_PRIV_K_OUTER 0x800000
#define CQ_PRIV_K_RETURNING 0x1000000
#define CQ_PRIV_RANK 0x13cffff
#define CQ_PRIV_HEADS 0x3a      /* SELECT, INSERT, UPDATE, DELETE */
#define CQ_PRIV_REPEATED 0x402101 /* WITH, JOIN, UNION; and an error */

/* Every table: what a clause with an error provides, and what is in scope where nobody can know. */
#define CQ_PRIV_EVERY 0xffffffffffffff

/* The items of a SELECT or RETURNING: the phantoms of the first eight; row is the tag of SELECT_ROW's row type. */
typedef struct {
	cq_ph_error cq_i1, cq_i2, cq_i3, cq_i4, cq_i5, cq_i6, cq_i7, cq_i8;
	void *cq_row;
} cq_ph_empty;

/* A clause is a null pointer to a struct whose members carry numbers again: kind, tables used and provided, the provided
 * table's exact number, columns grouped by, tables all of whose columns are, number of items. */
#define CQ_PRIV_CLAUSE(k_, u_, p_, t_, g_, v_, n_, items) \
	struct { char (*cq_k)[(k_)], (*cq_u)[(u_) + 1], (*cq_p)[(p_) + 1], (*cq_t)[(t_) + 1], (*cq_g)[(g_) + 1], (*cq_v)[(v_) + 1], (*cq_n)[(n_) + 1]; items cq_i; }
#define CQ_PRIV_SIMPLE(k, u) CQ_PRIV_ELSE_NONE (CQ_PRIV_CLAUSE(k, u, 0, 0, 0, 0, 0, cq_ph_empty) *)0
#define CQ_PRIV_WORD(c, m) (sizeof *(c)->cq_##m - 1)
#define CQ_PRIV_KIND(c) (sizeof *(c)->cq_k)

/* What a clause yields where none is: its kind says error, and the rules of the statement are silent. */
typedef CQ_PRIV_CLAUSE(CQ_PRIV_K_ERROR, 0, CQ_PRIV_EVERY, 0, CQ_PRIV_EVERY, CQ_PRIV_EVERY, 0, cq_ph_empty) cq_ph_none;

/* The shape of what is no query's table: of one that nobody knows, and of one that the database has. */
#define CQ_PRIV_NO_SHAPE struct { char (*cq_1)[1], (*cq_2)[1], (*cq_3)[1], (*cq_4)[1], (*cq_5)[1], (*cq_6)[1], (*cq_7)[1], (*cq_8)[1], (*cq_n)[1]; void **cq_row; }
typedef CQ_PRIV_NO_SHAPE cq_no_shape;
typedef CQ_PRIV_NO_SHAPE cq_plain_shape;

/* The tables that stand before the clause being written; SQL(...) declares it anew behind each clause. Above the tables two
 * bits say that a UNION stands there, and that the rows are no longer those of the tables (also DISTINCT, GROUP_BY). */
typedef char (*cq_before)[CQ_PRIV_EVERY + 1];
#define CQ_PRIV_SCOPE (sizeof *(cq_before)0 - 1)
#define CQ_PRIV_HAS_TABLES (CQ_PRIV_SCOPE << 8)
#define CQ_PRIV_P_UNITED 0x300000000000000
#define CQ_PRIV_P_MERGED 0x200000000000000
#define CQ_PRIV_IS_UNITED (CQ_PRIV_SCOPE >> 56 & 1)
#define CQ_PRIV_IS_MERGED (CQ_PRIV_SCOPE >> 57)

#endif
