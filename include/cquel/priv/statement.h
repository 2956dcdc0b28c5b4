/* cquel/priv/statement.h: SQL(...), RAW_SQL(...) and the subqueries: clauses in order, each in a block of its own inside the
 * one before it, so that a clause sees the tables that stand before it; the rules of the whole statement stand innermost.
 *
 * What SQL(...) yields is a null pointer whose type says: kinds of clauses, tables that may be missing (outer joined),
 * columns grouped by and tables covered, and the clause that holds the items. The executors assert on it.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_STATEMENT_H
#define CQUEL_PRIV_STATEMENT_H

#include <cquel/priv/targets.h>
#include <cquel/priv/window.h>

/* A clause points to a struct that is made for it alone. */
#define CQ_PRIV_IS_CLAUSE(e) _Generic(e, char *: 0, const char *: 0, void *: 0, CQ_PRIV_ANY: 0, default: __builtin_classify_type(e) == 5 && CQ_PRIV_ALIGNMENT(e) < 64)
/* A statement's struct is told from a clause's by an alignment that nothing else has. */
#define CQ_PRIV_TAG __attribute__((aligned(64)))
#define CQ_PRIV_IS_TAGGED(e) (CQ_PRIV_ALIGNMENT(e) == 64)
#define CQ_PRIV_NEXT_CLAUSE(txt, i, x) \
	__auto_type cq_c##i##_o = ((void)0, x); \
	enum { cq_is##i = CQ_PRIV_IS_CLAUSE(cq_c##i##_o) }; \
	__typeof__(__builtin_choose_expr(cq_is##i, cq_c##i##_o, (cq_ph_none *)0)) cq_c##i = 0; \
	(void)cq_c##i; (void)cq_c##i##_o; \
	(void)_Generic(cq_c##i##_o, int: cq_put_int_where_a_clause_stands, \
		default: __builtin_choose_expr(__builtin_classify_type(cq_c##i##_o) == 5, cq_put_clause, cq_put_wrong))(cq_s, cq_c##i##_o); \
	CQ_PRIV_RULE(_Generic(cq_c##i##_o, int: 1, cq_ph_error: 1, default: cq_is##i), "SQL, argument " #i ": " CQ_SAY_CLAUSE_NOT_A_CLAUSE) \
	enum { cq_k##i = sizeof *cq_c##i->cq_k, cq_t##i = sizeof *cq_c##i->cq_t - 1 }; \
	CQ_PRIV_ELSE_ERROR CQ_PRIV_X({ typedef __attribute__((unused)) char (*cq_before)[(CQ_PRIV_SCOPE | CQ_PRIV_WORD(cq_c##i, p)) + 1];
#define CQ_PRIV_CLOSE(i) ; })

/* clang gives the number 0 to an enumerator whose value holds an error. */
#define CQ_PRIV_OR_K(i) | (cq_k##i > 0 ? cq_k##i : CQ_PRIV_K_ERROR)
#define CQ_PRIV_OR_U(i) | CQ_PRIV_WORD(cq_c##i, u)
#define CQ_PRIV_OR_P(i) | CQ_PRIV_WORD(cq_c##i, p)
#define CQ_PRIV_OR_G(i) | CQ_PRIV_WORD(cq_c##i, g)
#define CQ_PRIV_OR_V(i) | CQ_PRIV_WORD(cq_c##i, v)
#define CQ_PRIV_OR_OUTER(i) | (cq_k##i & CQ_PRIV_K_OUTER ? CQ_PRIV_WORD(cq_c##i, n) : 0)
#define CQ_PRIV_PLUS_TABLE(i) + (cq_t##i > 0)
/* Tables that may be missing. Where two tables share a bit, none: the second enforcer looks. */
#define CQ_PRIV_OUTER_OF(n, tables) (__builtin_popcountll(tables) == (0 CQ_PRIV_OVER(n, CQ_PRIV_PLUS_TABLE)) ? 0 CQ_PRIV_OVER(n, CQ_PRIV_OR_OUTER) : 0)
#define CQ_PRIV_SAME_TABLE(i, j) || (cq_t##i > 0 && cq_t##i == cq_t##j)
#define CQ_PRIV_IN_ORDER(i, j) && ((cq_k##i & CQ_PRIV_RANK) <= (cq_k##j & CQ_PRIV_RANK))
#define CQ_PRIV_IS_ONCE(i, j) && ((cq_k##i & CQ_PRIV_RANK) != (cq_k##j & CQ_PRIV_RANK) || (cq_k##i & CQ_PRIV_REPEATED))
/* SELECT; INSERT_INTO of a query, of values; UPDATE and DELETE_FROM with other tables and without. */
#define CQ_PRIV_BELONGS(k) \
	(k & 2 ? 0x2cfb47 : k & 8 ? k & 0x40 ? 0x114db49 : 0x1100009 : k & 0x10 ? k & 0x40 ? 0x1200751 : 0x1200611 : k & 0x80 ? 0x12007a1 : 0x1200621)

/* The rules of a whole statement, silent when a clause has an error already, or one of the first two has spoken. */
#define CQ_PRIV_STATEMENT_RULE(condition, text) CQ_PRIV_RULE(cq_silent || (condition), text)
#define CQ_PRIV_STATEMENT_RULES(n, txt) \
	enum { cq_kinds = 0 CQ_PRIV_OVER(n, CQ_PRIV_OR_K) }; \
	enum { cq_mute = cq_kinds & CQ_PRIV_K_ERROR || !(cq_kinds & CQ_PRIV_HEADS), cq_stray = cq_kinds & CQ_PRIV_RANK & ~CQ_PRIV_BELONGS(cq_kinds), cq_silent = cq_mute || cq_stray != 0 }; \
	CQ_PRIV_RULE(cq_kinds & (CQ_PRIV_K_ERROR | CQ_PRIV_HEADS), txt ": " CQ_SAY_CLAUSE_MISSING) \
	CQ_PRIV_RULE(cq_mute || cq_stray == 0, txt ": " CQ_SAY_CLAUSE_MISPLACED) \
	CQ_PRIV_STATEMENT_RULE(1 CQ_PRIV_CAT(CQ_PRIV_NEXT_, n)(CQ_PRIV_IN_ORDER), txt ": " CQ_SAY_CLAUSE_ORDER) \
	CQ_PRIV_STATEMENT_RULE(1 CQ_PRIV_CAT(CQ_PRIV_NEXT_, n)(CQ_PRIV_IS_ONCE), txt ": " CQ_SAY_CLAUSE_TWICE) \
	CQ_PRIV_STATEMENT_RULE(!(0 CQ_PRIV_PAIRS(n)(CQ_PRIV_SAME_TABLE)), txt ": " CQ_SAY_TABLE_TWICE) \
	CQ_PRIV_STATEMENT_RULE((cq_kinds & CQ_PRIV_K_GROUP) || (cq_kinds & (CQ_PRIV_K_AGGREGATE | CQ_PRIV_K_BARE)) != (CQ_PRIV_K_AGGREGATE | CQ_PRIV_K_BARE), txt ": " CQ_SAY_AGGREGATE_AND_COLUMN) \
	CQ_PRIV_STATEMENT_RULE(!(cq_kinds & (CQ_PRIV_K_UPDATE | CQ_PRIV_K_DELETE)) || (cq_kinds & (CQ_PRIV_K_WHERE | CQ_PRIV_K_ALL)), txt ": " CQ_SAY_NO_WHERE) \
	CQ_PRIV_STATEMENT_RULE(!(cq_kinds & CQ_PRIV_K_HAVING) || (cq_kinds & CQ_PRIV_K_GROUP), txt ": " CQ_SAY_HAVING_WITHOUT_GROUP)

/* Aggregates and other tables come into INSERT_INTO with FROM. */
#define CQ_PRIV_IS_PLAIN_INSERT ((cq_kinds & (CQ_PRIV_K_INSERT | CQ_PRIV_K_FROM)) == CQ_PRIV_K_INSERT)

/* The clause that holds the items: the head, or RETURNING, which is the last. */
#define CQ_PRIV_ITEMS_OF(n) __typeof__(*__builtin_choose_expr(cq_kinds & CQ_PRIV_K_RETURNING, CQ_PRIV_CAT(cq_c, n), cq_h))

/* What a statement yields. */
#define CQ_PRIV_RESULT(k_, o_, g_, v_, clause) struct { char (*cq_k)[(k_)], (*cq_o)[(o_) + 1], (*cq_g)[(g_) + 1], (*cq_v)[(v_) + 1]; clause *cq_c; } CQ_PRIV_TAG
typedef CQ_PRIV_RESULT(CQ_PRIV_K_ERROR, 0, CQ_PRIV_EVERY, CQ_PRIV_EVERY, __typeof__(*(cq_ph_none *)0)) cq_ph_unknown;

#define CQ_PRIV_SQL(txt, ...) CQ_PRIV_SQL_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_SQL_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_RULE(sizeof cq_st == sizeof(void *), txt ": stands outside cq_all, cq_one, cq_execute ... and STATEMENT(...)") \
		static CQ_PRIV_SITE cq_site cq_site_ = {__FILE__, __LINE__, 0}; cq_statement *const cq_s = cq_st; cq_statement_init(cq_s, &cq_site_); \
		typedef __attribute__((unused)) char (*cq_before)[1]; CQ_PRIV_HEADLESS \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_NEXT_CLAUSE, , __VA_ARGS__) \
		cq_push(cq_s, CQ_OP_STATEMENT, n); CQ_PRIV_HEAD CQ_PRIV_STATEMENT_RULES(n, txt) CQ_PRIV_STATEMENT_LACKS(txt) \
		CQ_PRIV_STATEMENT_RULE(!(cq_kinds & CQ_PRIV_K_SELECT) || !((CQ_PRIV_WORD(cq_h, u) | CQ_PRIV_C(cq_c2->cq_i.cq_i1) | (CQ_PRIV_HAS_TABLES ? 0 : 0 CQ_PRIV_OVER(n, CQ_PRIV_OR_U))) & ~CQ_PRIV_SCOPE), txt ": SELECT: " CQ_SAY_TABLE_NOT_IN_FROM) \
		CQ_PRIV_STATEMENT_RULE(!(cq_kinds & (CQ_PRIV_K_INSERT | CQ_PRIV_K_UPDATE)) || !(CQ_PRIV_WORD(cq_h, u) & ~(CQ_PRIV_IS_PLAIN_INSERT ? 0 : CQ_PRIV_SCOPE)), txt ": SET: " CQ_SAY_TABLE_NOT_IN_FROM) \
		CQ_PRIV_STATEMENT_RULE(!CQ_PRIV_IS_PLAIN_INSERT || !(cq_kinds & CQ_PRIV_K_AGGREGATE), txt ": SET: " CQ_SAY_AGGREGATE_IN_WHERE) \
		CQ_PRIV_STATEMENT_RULE(!(cq_kinds & CQ_PRIV_K_RETURNING) || !(CQ_PRIV_WORD(CQ_PRIV_CAT(cq_c, n), u) & ~CQ_PRIV_WORD(cq_h, p)), txt ": RETURNING: " CQ_SAY_TABLE_NOT_IN_FROM) \
		(CQ_PRIV_RESULT(cq_kinds, CQ_PRIV_OUTER_OF(n, CQ_PRIV_HAS_TABLES), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_G)), \
			(0 CQ_PRIV_OVER(n, CQ_PRIV_OR_V)), CQ_PRIV_ITEMS_OF(n)) *)0 CQ_PRIV_OVER(n, CQ_PRIV_CLOSE); })

/* ---- subqueries: tables that they use and do not provide flow outward; where they stand decides */
#define CQ_PRIV_OUTWARD(n) ((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_U)) & ~(cq_u)(0 CQ_PRIV_OVER(n, CQ_PRIV_OR_P)))
#define CQ_PRIV_NESTED(txt, n, finish, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(0) typedef __attribute__((unused)) char (*cq_before)[CQ_PRIV_EVERY + 1]; CQ_PRIV_HEADLESS \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_NEXT_CLAUSE, , __VA_ARGS__) \
		cq_push(cq_s, CQ_OP_SUBQUERY, n); CQ_PRIV_HEAD CQ_PRIV_STATEMENT_RULES(n, txt) CQ_PRIV_STATEMENT_RULE((cq_kinds & (CQ_PRIV_K_SELECT | CQ_PRIV_K_OPTIONS)) == CQ_PRIV_K_SELECT, txt ": " CQ_SAY_CLAUSE_MISPLACED) finish CQ_PRIV_OVER(n, CQ_PRIV_CLOSE); })
#define CQ_PRIV_EXISTS(txt, ...) CQ_PRIV_EXISTS_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_EXISTS_N(txt, n, ...) \
	CQ_PRIV_NESTED(txt, n, cq_push(cq_s, CQ_OP_EXISTS, 1); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_A_BOOLEAN | CQ_PRIV_BARE, 0, CQ_PRIV_OUTWARD(n), 0))0, __VA_ARGS__)
#define CQ_PRIV_SUBQUERY(txt, ...) CQ_PRIV_SUBQUERY_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_SUBQUERY_N(txt, number, ...) \
	CQ_PRIV_NESTED(txt, number, CQ_PRIV_STATEMENT_RULE(CQ_PRIV_WORD(cq_h, n) == 1, txt ": " CQ_SAY_SUBQUERY_COLUMNS) CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM((cq_silent ? CQ_PRIV_ERROR_A : CQ_PRIV_A(cq_h->cq_i.cq_i1) & (CQ_PRIV_FAMILIES | CQ_PRIV_EXACT | CQ_PRIV_ERROR)) | CQ_PRIV_QUERY | CQ_PRIV_NULLABLE, 0, CQ_PRIV_OUTWARD(number), 0))0, __VA_ARGS__)

/* ---- RAW_SQL("… :name …", BIND(name, value) …): a whole statement */
#define CQ_PRIV_RAW_SQL(...) CQ_PRIV_CAT(CQ_PRIV_RAW_SQL_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(__VA_ARGS__)
#define CQ_PRIV_RAW_SQL_0(text) CQ_PRIV_RAW_SQL_N(text, 0, )
#define CQ_PRIV_RAW_SQL_1(text, ...) CQ_PRIV_RAW_SQL_N(text, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_RAW_SQL_N(text, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_RULE(sizeof cq_st == sizeof(void *), "RAW_SQL: stands outside cq_all, cq_one, cq_execute ... and STATEMENT(...)") CQ_PRIV_NO_NUL("RAW_SQL", text) \
		static CQ_PRIV_SITE cq_site cq_site_ = {__FILE__, __LINE__, 0}; cq_statement *const cq_s = cq_st; cq_statement_init(cq_s, &cq_site_); \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_BOUND, , __VA_ARGS__) cq_push_ref(cq_s, CQ_OP_RAW_SQL, n, "" text ""); cq_push(cq_s, CQ_OP_STATEMENT, 1); (cq_ph_unknown *)0; })
#define CQ_PRIV_BOUND(p, i, x) \
	__auto_type cq_i##i = ((void)0, x); (void)cq_i##i; \
	CQ_PRIV_RULE(_Generic(cq_i##i, cq_ph_error: 1, cq_ph_bound: 1, default: 0), "RAW_SQL, argument " #i ": not a value; write BIND(name, value)")
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_FAMILY_OBJECT, 1, 1, 1)) cq_ph_bound;
#define CQ_PRIV_BIND(txt, name, x) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_TAKE(cq_e, x, CQ_PRIV_ASSIGN_WRITER) CQ_PRIV_RULE(!CQ_PRIV_IS_WRONG(cq_e), txt ": " CQ_SAY_NOT_A_VALUE) \
		cq_push_ref(cq_s, CQ_OP_BIND, 1, name); CQ_PRIV_ELSE_ERROR (cq_ph_bound)0; })

#endif
