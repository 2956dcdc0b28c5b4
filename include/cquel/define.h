/* cquel/define.h: tables, aliases, enums and result rows, defined once as lists; docs/models.md is the guide.
 *
 * All of it is header-only static data: include the header with your models where you need it. Two units' copies of a table
 * are the same table.
 */
#pragma GCC system_header
#ifndef CQUEL_DEFINE_H
#define CQUEL_DEFINE_H

#include <cquel/priv/derived.h>
#include <cquel/priv/known.h>
#include <cquel/priv/related.h>
#include <cquel/priv/row.h>

/** Defines the struct S and the table t from the list t_COLUMNS(COLUMN) of COLUMN(name, TYPE, attributes…), and t_OPTIONS(OPTION)
 *  and t_RELATIONS(RELATION) (cquel/relation.h) where there are such. Afterwards t.name is a checked column or relation, CQ_TABLE(t) the table's description, CQ_NEW(S) a new object.
 *  Example:
 *      #define users_COLUMNS(COLUMN)             \
 *          COLUMN(id, BIGINT, PRIMARY_KEY)       \
 *          COLUMN(username, VARCHAR(50), UNIQUE)
 *      CQ_MODEL(User, users) */
#define CQ_MODEL(S, t) CQ_PRIV_CAT(CQ_PRIV_MODEL_IF_, CQ_PRIV_IS_LIST(CQ_PRIV_UNKNOWN_IN_MODEL(t)))(S, t)
#define CQ_PRIV_MODEL_IF_1(S, t) CQ_PRIV_MODEL(S, t)
#define CQ_PRIV_MODEL_IF_0(S, t) _Static_assert(0, "CQ_MODEL(" #S ", " #t "): " CQ_SAY_UNKNOWN_WORD ": " CQ_PRIV_QUOTE_ALL(CQ_PRIV_UNKNOWN_IN_MODEL(t))); extern char cq_lacking[1];

/** The table t of an association, whose rows nobody but relations of MANY_TO_MANY names: CQ_MODEL with a struct t_association. */
#define CQ_ASSOCIATION(t) CQ_MODEL(t##_association, t)

/** Checks the relations of these tables, once all their models are defined: that the columns they name are there and have the types of
 *  the keys that they hold, that BACK names a relation that leads back, and no other of the model names it. What it lets pass that is wrong
 *  a session finds when it first meets the model. Example: CQ_RELATIONS(users, posts, tags) */
#define CQ_RELATIONS(...) CQ_PRIV_CHECK_TABLES(__VA_ARGS__)

/** A column for models whose rows are kept when they are deleted, as a list to put into theirs: CQ_SOFT_DELETE(COLUMN). */
#define CQ_SOFT_DELETE(COLUMN) COLUMN(deleted_at, NULLABLE(TIMESTAMP), SOFT_DELETE)

/** A second name for a table, to use it twice in a statement: CQ_ALIAS(users, boss) makes boss.id … */
#define CQ_ALIAS(t, alias) CQ_PRIV_ALIAS(t, alias)

/** Defines the enum E from the list E_VALUES(VALUE) of VALUE(NAME) and VALUE(NAME, "label"), for columns of type ENUM(E). */
#define CQ_ENUM(E) CQ_PRIV_ENUM(E)

/** Defines the struct R from the list R_FIELDS(FIELD) of FIELD(name, TYPE, expression), for SELECT_ROW(R). */
#define CQ_ROW(R) CQ_PRIV_CAT(CQ_PRIV_ROW_IF_, CQ_PRIV_IS_LIST(R##_FIELDS(CQ_PRIV_UNKNOWN_IN_FIELD)))(R)
#define CQ_PRIV_ROW_IF_1(R) CQ_PRIV_ROW_TYPE(R)
#define CQ_PRIV_ROW_IF_0(R) _Static_assert(0, "CQ_ROW(" #R "): " CQ_SAY_UNKNOWN_WORD ": " CQ_PRIV_QUOTE_ALL(R##_FIELDS(CQ_PRIV_UNKNOWN_IN_FIELD)));

/** A table whose columns are the fields of the row list R (made by CQ_ROW; a FIELD may have only a name and a type), for WITH,
 *  QUERY, LATERAL and VALUES_AS, which say what it is: CQ_DERIVED(Total, totals) makes totals.amount … */
#define CQ_DERIVED(R, t) CQ_PRIV_DERIVED(R, t)

/** A second name for such a table: CQ_DERIVED_ALIAS(Total, totals, others). */
#define CQ_DERIVED_ALIAS(R, t, alias) CQ_PRIV_DERIVED_TABLE(R, alias, t, &cq_meta_##t.table)

/** A new object: zero, then the model's defaults, then yours; a column left to the database holds its marker.
 *  A value with a comma in it stands in parentheses, a nullable one says that it is present:
 *      CQ_NEW(User, .username = "ann", .price = ((cq_decimal){199, 2}), .mentor_id = cq_some_int64(7)) */
#define CQ_NEW(...) CQ_PRIV_CAT(CQ_PRIV_NEW_SOME_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(__VA_ARGS__)

/** The description of a table (const cq_table *), for cq_create_all and the functions of cquel/query.h. A constant: it may stand
 *  in static arrays. */
#define CQ_TABLE(t) (&cq_meta_##t.table)

/** The descriptions of up to 64 tables and, behind a comma, how many they are: two arguments for cq_create_all,
 *  cq_drop_all and cq_create_sql. Example: CQ_TRY(cq_create_all(db, CQ_TABLES(users, posts))); */
#define CQ_TABLES(...) \
	((const cq_table *const[]){CQ_PRIV_CAT(CQ_PRIV_EACH_, CQ_PRIV_COUNT(__VA_ARGS__))(CQ_PRIV_TABLE_NEXT, , __VA_ARGS__)}), CQ_PRIV_COUNT(__VA_ARGS__)
#define CQ_PRIV_TABLE_NEXT(p, i, t) CQ_TABLE(t),

/** The description of a relation (const cq_relation *): CQ_RELATION(users.posts). */
#define CQ_RELATION(relation) ((const cq_relation *)(const void *)(relation))

/** The description of a column (const cq_column *): CQ_COLUMN(users.id). */
#define CQ_COLUMN(column) ((const cq_column *)(const void *)(column))

#endif
