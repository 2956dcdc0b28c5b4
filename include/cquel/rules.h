/* cquel/rules.h: every rule of the language, in one list, with the sentence that both enforcers say when it is broken.
 *
 * The macros glue a sentence behind the quoted source ("LIKE(users.age, \"x\"): " CQ_SAY_LIKE_NOT_TEXT) in a static
 * assertion; cq_statement_check and the executors glue it behind the clause and the columns ("WHERE: LIKE(users.age, a TEXT
 * value): " …) when a statement is first compiled. It knows nothing of either; docs/rules.md is expanded from it.
 */
#ifndef CQUEL_RULES_H
#define CQUEL_RULES_H

/* The sentences. Each reads on behind a colon and says what is wrong and, where it is short, the cure. ASCII only: they
 * are printed by compilers. */
/* clang-format off */

/* operands */
#define CQ_SAY_NOT_AN_EXPRESSION      "neither a column nor an expression; a C value stands in VALUE(...)"
#define CQ_SAY_NOT_A_VALUE            "neither a column, an expression nor a C value that a database can hold"
#define CQ_SAY_NOT_A_CONDITION        "not a condition; write a comparison or a BOOLEAN column"
#define CQ_SAY_TYPE_MISMATCH          "the two sides have different SQL types"
#define CQ_SAY_TERNARY_MISMATCH       "the two sides of ?: differ in their tables or kind; write EITHER(condition, a, b)"
#define CQ_SAY_NULL_COMPARED          "nothing compares equal to NULL; write IS_NULL(...) or IS_NOT_NULL(...)"
#define CQ_SAY_LIKE_NOT_TEXT          "both sides must be text"
#define CQ_SAY_NOT_NUMERIC            "needs a number"
#define CQ_SAY_NOT_TEXT               "needs a text"
#define CQ_SAY_MIN_MAX_TYPE           "this SQL type has no least and greatest value"
#define CQ_SAY_VALUE_RANGE            "the number is above INT64_MAX, and no column can hold it"
#define CQ_SAY_RAW_PARAMETERS         "the parameters of the text and the values behind it differ"
#define CQ_SAY_RAW_NUL                "the text holds a NUL byte"
#define CQ_SAY_CONDITION_TOO_LARGE    "more than a cq_condition holds; build it from smaller ones where it is used"
#define CQ_SAY_SUBQUERY_COLUMNS       "the subquery must select exactly one column"
#define CQ_SAY_C_CONDITION            "the condition is one of C, known when the statement is written; one on rows stands in the part itself"
#define CQ_SAY_OUTSIDE_SQL            "stands outside SQL(...) and CONDITION(...)"
#define CQ_SAY_NOT_A_BRANCH           "not a branch of CASE; write CASE_WHEN(condition, value), and last ELSE(value)"
#define CQ_SAY_CAST_TYPE              "no database turns the one SQL type into the other"
#define CQ_SAY_NOT_A_DATE             "needs a DATE or TIMESTAMP"
#define CQ_SAY_DATE_UNIT              "this unit does not go with this function or SQL type"
#define CQ_SAY_NOT_JSON               "needs a JSON"
#define CQ_SAY_JSON_KEY               "a key of JSON is a text, an index a whole number"
#define CQ_SAY_JSON_PAIRS             "needs a key and a value for each member"
#define CQ_SAY_ROW_SHAPE              "the rows have different numbers or types of members"
#define CQ_SAY_NOT_A_REFERENCE        "the column has no REFERENCES to join along"
#define CQ_SAY_EXCLUDED_MISPLACED     "the row that could not be inserted is known only in ON_CONFLICT_DO_UPDATE"

/* tables and names */
#define CQ_SAY_TABLE_NOT_IN_FROM      "its table is neither in FROM nor in a JOIN"
#define CQ_SAY_TABLE_TWICE            "the table stands in the statement twice; name one of them with CQ_ALIAS"
#define CQ_SAY_JOIN_WITHOUT_ON        "no condition to join on; write it as the second argument"
#define CQ_SAY_ALIAS_TARGET           "rows are written to a table, not to an alias of it or to a query"
#define CQ_SAY_LABEL_UNKNOWN          "not a label of the select list; AS(item, label) makes one, for GROUP_BY and ORDER_BY"
#define CQ_SAY_DERIVED_UNKNOWN        "the table is a query, and no WITH, QUERY or LATERAL of this statement says which"
#define CQ_SAY_DERIVED_SHAPE          "the query selects other columns than the fields of its table's row list"

/* aggregates and groups */
#define CQ_SAY_AGGREGATE_IN_WHERE     "an aggregate stands only in SELECT, HAVING and ORDER_BY"
#define CQ_SAY_AGGREGATE_OF_AGGREGATE "an aggregate of an aggregate"
#define CQ_SAY_AGGREGATE_AND_COLUMN   "an aggregate beside a plain column, and there is no GROUP_BY"
#define CQ_SAY_NOT_GROUPED            "neither in GROUP_BY nor inside an aggregate"
#define CQ_SAY_HAVING_WITHOUT_GROUP   "HAVING needs GROUP_BY; a condition on rows stands in WHERE"
#define CQ_SAY_FILTER_NOT_AGGREGATE   "FILTER takes an aggregate"
#define CQ_SAY_OVER_NOT_A_FUNCTION    "OVER takes an aggregate or a window function, then PARTITION_BY, ORDER_BY and a frame"
#define CQ_SAY_WINDOW_WITHOUT_OVER    "a window function needs its window; write OVER(function, ...) around it"
#define CQ_SAY_WINDOW_MISPLACED       "a window function stands only in SELECT and ORDER_BY; filter its result in a query around this one"
#define CQ_SAY_FRAME_BOUNDS           "the frame ends before it begins, has no ORDER_BY to be measured by (RANGE with a distance: just one), or a distance that is no constant"

/* clauses */
#define CQ_SAY_EMPTY_SELECT           "nothing is selected"
#define CQ_SAY_EMPTY_SET              "nothing is set; write SET(column, value)"
#define CQ_SAY_EMPTY_VALUES           "the list is empty"
#define CQ_SAY_NO_WHERE               "no WHERE; write WHERE(...), or ALL_ROWS for every row of the table"
#define CQ_SAY_CLAUSE_NOT_A_CLAUSE    "not a clause; write SELECT(...), FROM(...), WHERE(...) ... around it"
#define CQ_SAY_CLAUSE_MISSING         "no SELECT, INSERT_INTO, UPDATE, DELETE_FROM or RAW_SQL to begin with"
#define CQ_SAY_CLAUSE_TWICE           "the clause stands in the statement twice"
#define CQ_SAY_CLAUSE_MISPLACED       "the clause does not belong in this kind of statement"
#define CQ_SAY_CLAUSE_ORDER           "out of order; the order is WITH, SELECT, DISTINCT, FROM, JOIN, WHERE, GROUP_BY, HAVING, UNION, ORDER_BY, LIMIT, OFFSET, FOR_UPDATE, RETURNING, OPTIONS"
#define CQ_SAY_LIMIT_NOT_INTEGER      "not a whole number"
#define CQ_SAY_UNION_SHAPE            "the queries select different numbers or types of columns"
#define CQ_SAY_UNION_ORDER            "the rows of several queries are ordered by labels; write ORDER_BY(LABEL(name))"
#define CQ_SAY_RECURSIVE_SHAPE        "a recursive query is one that begins, and behind UNION or UNION_ALL one that uses the table itself"
#define CQ_SAY_LOCK_MISPLACED         "there are no rows to lock with DISTINCT, GROUP_BY, aggregates or several queries"
#define CQ_SAY_DISTINCT_ON_ORDER      "the expressions of DISTINCT_ON come first in ORDER_BY"
#define CQ_SAY_TARGET_LACKS           "CQ_TARGETS names a database that cannot do this"

/* writing rows */
#define CQ_SAY_NOT_AN_ASSIGNMENT      "not an assignment; write SET(column, value), or one VALUES(array, count) in INSERT_INTO"
#define CQ_SAY_VALUE_TYPE             "the value has another SQL type than the column"
#define CQ_SAY_NULL_INTO_NOT_NULL     "the column is NOT NULL and the value can be NULL"
#define CQ_SAY_COLUMN_SET_TWICE       "the column is set twice"
#define CQ_SAY_COLUMN_READ_ONLY       "the database makes this column's value; it cannot be set"
#define CQ_SAY_COLUMN_MISSING         "the column is NOT NULL, has no default and is not set"
#define CQ_SAY_SET_OTHER_TABLE        "belongs to another table than the statement writes to"
#define CQ_SAY_CONFLICT_TARGET        "no PRIMARY_KEY or UNIQUE covers exactly these columns"
#define CQ_SAY_NOT_A_KEY              "write KEY(column, ...) and then SET(column, value)"

/* results */
#define CQ_SAY_FIELD_TYPE             "the field and its expression have different SQL types"
#define CQ_SAY_FIELD_NULL             "the field cannot hold NULL, but its expression can be NULL; write NULLABLE(type) or COALESCE(...)"
#define CQ_SAY_FIELD_NULL_OUTER       "the field cannot hold NULL, but its expression comes through an outer join; write NULLABLE(type) or COALESCE(...)"
#define CQ_SAY_FIELD_COUNT            "the statement gives another number of columns than the row has fields"
#define CQ_SAY_SCALAR_COLUMNS         "a scalar is one column, and the statement gives another number of them"
#define CQ_SAY_SCALAR_TYPE            "the variable has another type than the column"
#define CQ_SAY_SCALAR_NULL            "the variable cannot hold NULL, but the column can be NULL; use a cq_opt_... or COALESCE(...)"
#define CQ_SAY_NO_KEY                 "the model has no primary key, by which a session tells rows apart"
#define CQ_SAY_KEY_COUNT              "needs one value for each column of the primary key"
#define CQ_SAY_KEY_TYPE               "the value has another type than the primary key"
#define CQ_SAY_NO_SESSION             "is no pointer to a session"
#define CQ_SAY_NO_OUTPUT              "the output is no pointer; write &variable"
#define CQ_SAY_OBJECT_TYPE            "the statement does not select objects of this struct; write SELECT_ALL(table)"
#define CQ_SAY_OBJECT_NULL_OUTER      "the objects come through an outer join and may be missing; select them as a field OBJECT(...) of a row"

/* lists: what stays of a list when every known word is taken out of it */
#define CQ_SAY_UNKNOWN_WORD           "the list is missing or holds a word that is neither a type nor an attribute"

/* relations: the lists, and the words that take them */
#define CQ_SAY_VERSION_TYPE           "VERSION counts changes; it is a whole number that is never NULL"
#define CQ_SAY_SOFT_DELETE_TYPE       "SOFT_DELETE is the moment of the deletion; write NULLABLE(TIMESTAMP)"
#define CQ_SAY_RELATION_TARGET        "the model it leads to, or the association, is defined in no list that is expanded here"
#define CQ_SAY_RELATION_COLUMN        "there is no such column where the relation looks for it"
#define CQ_SAY_RELATION_KEY           "names another number of columns than the primary key has that they hold"
#define CQ_SAY_RELATION_TYPE          "the foreign key has another type than the key that it holds"
#define CQ_SAY_RELATION_BACK          "BACK names no relation over there that leads back by the same columns and says BACK of this one"
#define CQ_SAY_RELATION_BACK_TWICE    "another relation of the model names the same BACK"
#define CQ_SAY_RELATIONS_EARLY        "it stands behind the models that it names; so far there is no CQ_MODEL of"
#define CQ_SAY_RELATION_TRAIT         "DELETE_ORPHAN is for HAS_ONE and HAS_MANY, ORDERED_BY and WRITE_ONLY are for relations to many"
#define CQ_SAY_NOT_A_RELATION         "needs a relation of a model"
#define CQ_SAY_RELATION_PATH          "the relation does not begin at the model where the one before it ends"
#define CQ_SAY_RELATION_KIND          "ANY is for relations to many, HAS for those to one"
#define CQ_SAY_ALONG_MANY             "ALONG of MANY_TO_MANY stands by itself as a condition of the JOIN of either side's table"
#define CQ_SAY_RELATION_ALIAS         "the table is no alias of the one that the relation leads to"
#define CQ_SAY_NOT_AN_OPTION          "not an option; write SELECTIN, JOINED, UNLOADED, POPULATE_EXISTING or WITH_DELETED"
#define CQ_SAY_LOAD_CLAUSE            "loading takes WHERE and ORDER_BY behind its path, and SELECTIN alone takes them"
#define CQ_SAY_OPTIONS_TABLE          "the statement selects no objects of the model that the path begins at"
#define CQ_SAY_OPTIONS_SESSION        "a session loads what OPTIONS says; run the statement on a session"

/* RULE(name, id, example, cure): the sentence is CQ_SAY_name; the example is the mistake as a program would make it. */
#define CQ_RULE_LIST(RULE) \
	RULE(NOT_AN_EXPRESSION,      "not-an-expression",      "AND(users.is_active, n)",                       "Write a C value as `VALUE(n)`; an object (`ALL`), an ordering, an assignment or a relation (`ANY`, `HAS`, `COUNT_OF`, `ALONG`, `OPTIONS`) has a place of its own.") \
	RULE(NOT_A_VALUE,            "not-a-value",            "EQ(users.age, &n)",                             "Give a column, an expression, a number, a text, or one of the value types of cquel/types.h.") \
	RULE(NOT_A_CONDITION,        "not-a-condition",        "WHERE(users.age)",                              "Compare it: `WHERE(GT(users.age, 0))`. A BOOLEAN column is a condition by itself.") \
	RULE(TYPE_MISMATCH,          "type-mismatch",          "EQ(users.age, \"forty\")",                      "Give both sides types of one family: whole numbers, reals, decimals, texts, and each other type alone.") \
	RULE(TERNARY_MISMATCH,       "ternary-mismatch",       "ORDER_BY(newest ? DESC(posts.id) : ASC(users.username))", "`?:` takes two sides over the same tables; `EITHER(newest, DESC(posts.id), ASC(users.username))` takes any two.") \
	RULE(NULL_COMPARED,          "null-compared",          "EQ(users.bio, NULL)",                           "Write `IS_NULL(users.bio)`.") \
	RULE(LIKE_NOT_TEXT,          "like-not-text",          "LIKE(users.age, \"4%\")",                       "Match a TEXT, VARCHAR or CHAR column with a text; compare numbers with `BETWEEN`.") \
	RULE(NOT_NUMERIC,            "not-numeric",            "SUM(users.username)",                           "SUM, AVG, arithmetic, ABS, ROUND, FLOOR, CEIL and POWER take SMALLINT, INTEGER, BIGINT, REAL, DOUBLE and DECIMAL; whole numbers are the digits of ROUND, the places of SUBSTR, the number of DATE_ADD, the rows of NTILE, LAG, LEAD, NTH_VALUE and of a frame.") \
	RULE(NOT_TEXT,               "not-text",               "LOWER(users.age)",                              "LOWER, UPPER, CONCAT, TRIM, SUBSTR, REPLACE, POSITION and STRING_AGG take texts; LENGTH takes texts and BYTES. `CAST(x, TEXT)` makes one.") \
	RULE(MIN_MAX_TYPE,           "min-max-type",           "MAX(users.is_active)",                          "MIN and MAX take every type but BOOLEAN, BYTES, JSON and ENUM.") \
	RULE(VALUE_RANGE,            "value-range",            "EQ(users.id, UINT64_MAX)",                      "Whole numbers go up to INT64_MAX; keep larger ones in a DECIMAL, TEXT or BYTES column.") \
	RULE(RAW_PARAMETERS,         "raw-parameters",         "RAW(TEXT, \"substr(?, ?)\", users.bio)",        "Give one operand for each `?` of RAW, and one BIND for each `:name` of RAW_SQL, and no others.") \
	RULE(RAW_NUL,                "raw-nul",                "RAW(TEXT, \"'a\\0b'\")",                        "Take the NUL byte out of the text; bind a BYTES value where one is meant.") \
	RULE(CONDITION_TOO_LARGE,    "condition-too-large",    "CONDITION(AND(a, b, c, ...))",                  "Keep several conditions in an array and join them with `ALL_OF_VALUES` or `ANY_OF_VALUES`.") \
	RULE(SUBQUERY_COLUMNS,       "subquery-columns",       "IN(users.id, SUBQUERY(SELECT(posts.id, posts.title), FROM(posts)))", "Select the one column that is compared. `IN(ROW(a, b), SUBQUERY_ROWS(...))` compares as many as the ROW has.") \
	RULE(C_CONDITION,            "c-condition",            "WHERE(WHEN(users.is_active, GT(users.age, 3)))", "Write `AND(users.is_active, GT(users.age, 3))`; `WHEN` takes a C condition: `WHEN(only_active, users.is_active)`; a branch of CASE is `CASE_WHEN`.") \
	RULE(OUTSIDE_SQL,            "outside-sql",            "(void)EQ(users.age, 3);",            "Write it inside `SQL(...)`, or as `CONDITION(EQ(users.age, 3))` to keep it.") \
	RULE(NOT_A_BRANCH,           "not-a-branch",             "CASE(users.age, ELSE(3))", "Write `CASE(CASE_WHEN(GT(users.age, 17), 1), ELSE(0))`; ELSE is the last.") \
	RULE(CAST_TYPE,              "cast-type",                "CAST(users.created_at, BIGINT)", "Cast through a type that both sides know, or compute it: `EXTRACT(EPOCH, users.created_at)`.") \
	RULE(NOT_A_DATE,             "not-a-date",               "DATE_TRUNC(MONTH, users.username)", "DATE_TRUNC, EXTRACT, DATE_ADD and DATE_DIFF take DATE and TIMESTAMP; `CAST(text, TIMESTAMP)` makes one.") \
	RULE(DATE_UNIT,              "date-unit",                "DATE_TRUNC(DAY_OF_WEEK, users.created_at)", "docs/language.md lists the units of each function. A DATE has none below DAY.") \
	RULE(NOT_JSON,               "not-json",                 "JSON_GET(users.username, \"a\")", "Give a JSON column or expression; `CAST(text, JSON)` makes one.") \
	RULE(JSON_KEY,               "json-key",                 "JSON_GET(users.settings, 1.5)", "Give a text for a member of an object, a whole number (from 0) for an element of an array.") \
	RULE(JSON_PAIRS,             "json-pairs",               "JSON_OBJECT(\"id\")", "Write `JSON_OBJECT(\"id\", users.id, \"name\", users.username)`.") \
	RULE(ROW_SHAPE,              "row-shape",                "EQ(ROW(users.id, users.age), ROW(3))", "Give both rows as many members, each pair of one family of types.") \
	RULE(NOT_A_REFERENCE,        "not-a-reference",          "JOIN(posts, ALONG(posts.title))", "Name the column that has REFERENCES, or write the condition: `EQ(posts.title, users.username)`.") \
	RULE(EXCLUDED_MISPLACED,     "excluded-misplaced",       "UPDATE(users, SET(bio, EXCLUDED(users.bio))), ALL_ROWS", "Use the column itself, or the value that is set.") \
	RULE(TABLE_NOT_IN_FROM,      "table-not-in-from",      "SELECT(posts.title), FROM(users)",              "Add `FROM` or a `JOIN` of the table; a subquery may also use the tables around it. RETURNING takes columns of the written table alone.") \
	RULE(TABLE_TWICE,            "table-twice",            "FROM(users), JOIN(users, EQ(users.id, users.boss_id))", "Declare `CQ_ALIAS(users, boss)` once and join `boss`.") \
	RULE(JOIN_WITHOUT_ON,        "join-without-on",        "FROM(users), JOIN(posts)",                      "Write `JOIN(posts, EQ(posts.author_id, users.id))`; a product of all rows is `CROSS_JOIN(posts)`.") \
	RULE(ALIAS_TARGET,           "alias-target",           "DELETE_FROM(boss), ALL_ROWS",                   "Name the table itself; an alias is to read it twice, a CQ_DERIVED is a query.") \
	RULE(LABEL_UNKNOWN,          "label-unknown",          "SELECT(users.id), FROM(users), ORDER_BY(LABEL(total))", "Name the item where it is selected: `SELECT(AS(COUNT(posts.id), total))`.") \
	RULE(DERIVED_UNKNOWN,        "derived-unknown",          "SELECT(totals.n), FROM(totals)", "Write `WITH(totals, SELECT_ROW(Total), ...)` in front, or `FROM(QUERY(totals, SELECT_ROW(Total), ...))`.") \
	RULE(DERIVED_SHAPE,          "derived-shape",            "WITH(totals, SELECT(users.username), FROM(users))", "Select the row list itself, `SELECT_ROW(Total)`, or as many items of the same types in its order.") \
	RULE(AGGREGATE_IN_WHERE,     "aggregate-in-where",     "WHERE(GT(COUNT(posts.id), 3))",                 "Rows are joined, filtered, set and grouped before anything is counted: write it in `HAVING`.") \
	RULE(AGGREGATE_OF_AGGREGATE, "aggregate-of-aggregate", "SUM(COUNT(posts.id))",                          "Take one of them away, or compute the inner one in a query of its own.") \
	RULE(AGGREGATE_AND_COLUMN,   "aggregate-and-column",   "SELECT(users.username, COUNT(posts.id)), FROM(users)", "Add `GROUP_BY(users.username)`, or put the column into an aggregate.") \
	RULE(NOT_GROUPED,            "not-grouped",            "SELECT(users.age, COUNT(posts.id)), GROUP_BY(users.username)", "Add it to GROUP_BY, or put it into an aggregate. A table's whole primary key in GROUP_BY covers all its columns.") \
	RULE(HAVING_WITHOUT_GROUP,   "having-without-group",   "SELECT(users.id), FROM(users), HAVING(GT(users.age, 3))", "Write the condition in WHERE, or add GROUP_BY.") \
	RULE(FILTER_NOT_AGGREGATE,   "filter-not-aggregate",     "FILTER(users.age, users.is_active)", "Write `FILTER(SUM(users.age), users.is_active)`.") \
	RULE(OVER_NOT_A_FUNCTION,    "over-not-a-function",      "OVER(users.age, PARTITION_BY(users.id))", "Write `OVER(SUM(users.age), PARTITION_BY(users.id))` or `OVER(ROW_NUMBER(), ORDER_BY(users.id))`. Over a window COUNT_DISTINCT is not known, nor an ORDER_BY inside the aggregate.") \
	RULE(WINDOW_WITHOUT_OVER,    "window-without-over",      "SELECT(ROW_NUMBER())", "Write `OVER(ROW_NUMBER(), ORDER_BY(users.id))`.") \
	RULE(WINDOW_MISPLACED,       "window-misplaced",         "WHERE(LT(OVER(ROW_NUMBER(), ORDER_BY(users.id)), 10))", "Select it in a `QUERY(...)` or `WITH(...)`, and filter that: windows are computed after WHERE, GROUP_BY and HAVING.") \
	RULE(FRAME_BOUNDS,           "frame-bounds",             "ROWS_BETWEEN(CURRENT_ROW, PRECEDING(3))", "Write the earlier bound first: `ROWS_BETWEEN(PRECEDING(3), CURRENT_ROW)`. A distance is a value, not a column; GROUPS_BETWEEN stands behind an ORDER_BY, RANGE_BETWEEN with a distance behind one of a single expression.") \
	RULE(EMPTY_SELECT,           "empty-select",           "SELECT(), FROM(users)",                         "Select at least one item, or `SELECT_ALL(users)`. An item may be optional, not all of them.") \
	RULE(EMPTY_SET,              "empty-set",              "UPDATE(users), ALL_ROWS",                       "Set at least one column: `UPDATE(users, SET(age, 3))`. One SET may be optional, not all of them.") \
	RULE(EMPTY_VALUES,           "empty-values",           "IN(users.id)",                                  "Write at least one value, row or expression; `IN_ARRAY` takes an array that may be empty at run time.") \
	RULE(NO_WHERE,               "no-where",               "DELETE_FROM(users)",                            "Write the condition, or `ALL_ROWS` when every row is meant.") \
	RULE(CLAUSE_NOT_A_CLAUSE,    "not-a-clause",           "SQL(SELECT(users.id), FROM(users), EQ(users.id, id))", "Put it into the clause that it belongs to: `WHERE(EQ(users.id, id))`.") \
	RULE(CLAUSE_MISSING,         "clause-missing",         "SQL(FROM(users))",                              "Begin with what is done: `SELECT(users.id)`. A subquery begins with SELECT.") \
	RULE(CLAUSE_TWICE,           "clause-twice",           "WHERE(users.is_active), WHERE(GT(users.age, 3))", "Write it once; WHERE, HAVING and the like take several operands.") \
	RULE(CLAUSE_MISPLACED,       "clause-misplaced",       "INSERT_INTO(users, SET(username, name)), WHERE(users.is_active)", "Take it out: WHERE belongs to SELECT, UPDATE and DELETE_FROM; RETURNING to INSERT_INTO, UPDATE and DELETE_FROM; a JOIN there needs FROM (of DELETE_FROM: USING); what is combined by UNION has no ORDER_BY of its own; RAW_SQL stands alone.") \
	RULE(CLAUSE_ORDER,           "clause-order",           "SELECT(users.id), WHERE(users.is_active), FROM(users)", "Write the clauses in SQL's order.") \
	RULE(LIMIT_NOT_INTEGER,      "limit-not-integer",      "LIMIT(\"10\")",                                 "Give LIMIT and OFFSET a whole number that is known before the statement runs, without columns.") \
	RULE(UNION_SHAPE,            "union-shape",              "SELECT(users.id), FROM(users), UNION(SELECT(posts.title), FROM(posts))", "Select as many items in each, each of the same type; CAST turns one into another.") \
	RULE(UNION_ORDER,            "union-order",              "SELECT(users.id), FROM(users), UNION(...), ORDER_BY(users.id)", "Name the item, `AS(users.id, id)`, and order by `LABEL(id)`.") \
	RULE(RECURSIVE_SHAPE,        "recursive-shape",          "WITH_RECURSIVE(tree, SELECT_ROW(Node), FROM(nodes))", "Write `WITH_RECURSIVE(tree, SELECT(...), FROM(nodes), UNION_ALL(SELECT(...), FROM(nodes), JOIN(tree, ...)))`, or WITH.") \
	RULE(LOCK_MISPLACED,         "lock-misplaced",           "SELECT(COUNT(users.id)), FROM(users), FOR_UPDATE()", "Lock the rows in a query of their own.") \
	RULE(DISTINCT_ON_ORDER,      "distinct-on-order",        "DISTINCT_ON(posts.author_id), FROM(posts), ORDER_BY(posts.id)", "Write `ORDER_BY(posts.author_id, posts.id)`.") \
	RULE(TARGET_LACKS,           "target-lacks",             "FULL_JOIN(posts, ...) with CQ_TARGETS CQ_MARIADB", "The compiler refuses it for the databases of CQ_TARGETS; on a database that lacks it the statement is CQ_UNSUPPORTED when it is first compiled. docs/dialects.md says what each one lacks and how to write it otherwise.") \
	RULE(NOT_AN_ASSIGNMENT,      "not-an-assignment",      "UPDATE(users, EQ(users.age, 3)), ALL_ROWS",     "Write `SET(age, 3)`. INSERT_INTO takes SETs or one VALUES, not both.") \
	RULE(VALUE_TYPE,             "value-type",             "UPDATE(users, SET(age, \"forty\")), ALL_ROWS",                     "Give a value or expression of the column's own family of types.") \
	RULE(NULL_INTO_NOT_NULL,     "null-into-not-null",     "UPDATE(users, SET(username, NULL_TEXT)), ALL_ROWS",                "Declare the column `NULLABLE(type)`, or write `COALESCE(value, otherwise)`.") \
	RULE(COLUMN_SET_TWICE,       "column-set-twice",       "UPDATE(users, SET(age, 3), SET(age, 4)), ALL_ROWS", "Set it once; choose between two values with `?:` or `EITHER`.") \
	RULE(COLUMN_READ_ONLY,       "column-read-only",       "INSERT_INTO(users, SET(id, 7), ...)",     "Leave generated columns and automatic keys to the database. An array of objects may hold its own keys.") \
	RULE(COLUMN_MISSING,         "column-missing",         "INSERT_INTO(users, SET(bio, text))",      "Set it, declare it `NULLABLE(type)`, or give it a DEFAULT.") \
	RULE(SET_OTHER_TABLE,        "set-other-table",        "INSERT_INTO(users, VALUES(articles, 3))", "Write another table in a statement of its own. SET names a column of the statement's table; a binding may name any.") \
	RULE(CONFLICT_TARGET,        "conflict-target",          "ON_CONFLICT_DO_NOTHING(users, KEY(bio))", "Name the columns of the PRIMARY_KEY, of a UNIQUE column, or of a UNIQUE option of the table.") \
	RULE(NOT_A_KEY,              "not-a-key",                "ON_CONFLICT_DO_UPDATE(users, SET(bio, text))", "Write `ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(bio, text))`.") \
	RULE(FIELD_TYPE,             "field-type",             "FIELD(age, TEXT, users.age)",                   "Give the field the type of its expression, or a wider one of its family.") \
	RULE(FIELD_NULL,             "field-null",             "FIELD(bio, TEXT, users.bio)",                   "`FIELD(bio, NULLABLE(TEXT), users.bio)`, or `FIELD(bio, TEXT, COALESCE(users.bio, \"\"))`.") \
	RULE(FIELD_NULL_OUTER,       "field-null-outer",       "FIELD(title, TEXT, posts.title) with LEFT_JOIN(posts, ...)", "`FIELD(title, NULLABLE(TEXT), posts.title)`, `COALESCE(posts.title, \"none\")`, or JOIN.") \
	RULE(FIELD_COUNT,            "field-count",            "cq_all(db, TopAuthor, &top, SQL(SELECT(users.id), FROM(users)))", "Select the row's own list with `SELECT_ROW(TopAuthor)`.") \
	RULE(SCALAR_COLUMNS,         "scalar-columns",         "cq_scalar(db, &n, SQL(SELECT(users.id, users.age), FROM(users)))", "Select one column, or read rows.") \
	RULE(SCALAR_TYPE,            "scalar-type",            "int32_t n; cq_scalar(db, &n, SQL(SELECT(COUNT(users.id)), FROM(users)))", "Use a variable of the type that holds the column: COUNT is an int64_t.") \
	RULE(SCALAR_NULL,            "scalar-null",            "int64_t n; cq_scalar(db, &n, SQL(SELECT(SUM(users.age)), FROM(users)))", "Use a `cq_opt_int64`: a SUM over no rows is NULL. Or `COALESCE(SUM(users.age), 0)`.") \
	RULE(OBJECT_TYPE,            "object-type",            "cq_all(db, User, &found, SQL(SELECT_ALL(posts), FROM(posts)))", "Select the objects of the struct that is asked for: `SELECT_ALL(users)`.") \
	RULE(OBJECT_NULL_OUTER,      "object-null-outer",      "cq_all(db, Post, &found, SQL(SELECT_ALL(posts), FROM(users), LEFT_JOIN(posts, ...)))", "JOIN them, or select a row with a field `FIELD(post, OBJECT(Post), ALL(posts))`, which is NULL where there is none.") \
	RULE(VERSION_TYPE,           "version-type",           "COLUMN(version, NULLABLE(INTEGER), VERSION)",   "Give it SMALLINT, INTEGER or BIGINT.") \
	RULE(SOFT_DELETE_TYPE,       "soft-delete-type",       "COLUMN(deleted_at, TIMESTAMP, SOFT_DELETE)",    "Write `NULLABLE(TIMESTAMP)`, or put `CQ_SOFT_DELETE(COLUMN)` into the list.") \
	RULE(RELATION_TARGET,        "relation-target",        "HAS_MANY(Post, author_id), and no CQ_MODEL(Post, posts)", "Include the header with the other model, and for MANY_TO_MANY the association's.") \
	RULE(RELATION_COLUMN,        "relation-column",        "HAS_MANY(Post, writer_id)",                     "BELONGS_TO names columns of this list, HAS_ONE, HAS_MANY and ORDERED_BY those of the other, MANY_TO_MANY those of the association.") \
	RULE(RELATION_KEY,           "relation-key",           "BELONGS_TO(Membership, member_id)",             "Name a column for each column of the key, in the key's order.") \
	RULE(RELATION_TYPE,          "relation-type",          "BELONGS_TO(User, author_name)",                 "Give both columns types of one family, best the same; the foreign key may be NULLABLE.") \
	RULE(RELATION_BACK,          "relation-back",          "HAS_MANY(Post, author_id), BACK(tags)",         "Name the relation that goes the other way, and say BACK(posts) there.") \
	RULE(RELATION_TRAIT,         "relation-trait",         "BELONGS_TO(User, author_id), CASCADE(DELETE_ORPHAN)", "Say it on the other side: what this one leads to may belong to others, too.") \
	RULE(NOT_A_RELATION,         "not-a-relation",         "ANY(users.id, posts.is_public)",                "Name a relation: `ANY(users.posts, posts.is_public)`.") \
	RULE(RELATION_PATH,          "relation-path",          "SELECTIN(users.posts, users.posts)",            "Go on where the path is: `SELECTIN(users.posts, posts.tags)`; another path is another SELECTIN.") \
	RULE(RELATION_KIND,          "relation-kind",          "HAS(users.posts)",                              "`ANY(users.posts)` asks whether there is one of them, `HAS(posts.author)` whether there is the one.") \
	RULE(ALONG_MANY,             "along-many-to-many",     "FROM(posts), CROSS_JOIN(tags), WHERE(ALONG(posts.tags))", "Write `JOIN(tags, ALONG(posts.tags))`, or join the association yourself.") \
	RULE(RELATION_ALIAS,         "relation-alias",         "ANY_AS(boss, users.posts)",                     "Declare `CQ_ALIAS(posts, newest)` and write `ANY_AS(newest, users.posts)`.") \
	RULE(NOT_AN_OPTION,          "not-an-option",          "OPTIONS(users.posts)",                          "Say how it is loaded: `OPTIONS(SELECTIN(users.posts))`.") \
	RULE(LOAD_CLAUSE,            "load-clause",            "SELECTIN(users.posts, LIMIT(3))",               "Load them by `SELECTIN(users.posts, WHERE(...), ORDER_BY(...))`; a part of each one's is a query of your own.") \
	RULE(OPTIONS_TABLE,          "options-table",          "SELECT_ALL(posts), FROM(posts), OPTIONS(SELECTIN(users.posts))", "Begin the path at what is selected: `SELECTIN(posts.author, users.posts)`.") \
	RULE(OPTIONS_SESSION,        "options-without-session", "cq_all(db, User, &found, SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts))))", "Open a session and give it in place of the connection, or load the rows by a statement of their own.") \
	RULE(UNKNOWN_WORD,           "unknown-word-in-list",   "COLUMN(id, BIGNT, PRIMARY_KEY)",                "Correct the word that the message quotes; docs/models.md has them all.")
/* clang-format on */

#endif
