/* meta/model.h: questions about tables and columns that their static data answers only indirectly.
 * It knows nothing of statements, databases or where the data came from: macros, or a binding that filled it by hand.
 * The checker, the renderers, the binders and the schema commands ask them.
 */
#ifndef CQ__META_MODEL_H
#define CQ__META_MODEL_H

#include <cquel/model.h>

/* One attribute of a column, or NULL when it has none of that kind. */
const cq_attribute *cq__column_attribute(const cq_column *column, cq_attribute_kind kind);

/* One option of a table, or NULL. An alias has its table's options. `after` NULL finds the first, else the next one. */
const cq_attribute *cq__table_option(const cq_table *table, cq_option_kind kind, const cq_attribute *after);

/* The table itself, also for an alias of it. */
static inline const cq_table *cq__table_base(const cq_table *table)
{
	return table->alias_of != NULL ? table->alias_of : table;
}

/* Whether it stands for a query of the statement that uses it (CQ_DERIVED, or an alias of one) and not for a table of the
 * database. */
bool cq__table_derived(const cq_table *table);

/* The row list whose fields are the columns of a derived table; NULL for every other table. */
const cq_row_type *cq__table_row(const cq_table *table);

/* The name the database knows: of an alias its table's name. Never NULL. */
const char *cq__table_sql_name(const cq_table *table);

/* The name that columns are written behind: of an alias its own name, else cq__table_sql_name. */
const char *cq__table_exposed_name(const cq_table *table);

/* The schema, or NULL when the table names none. */
const char *cq__table_schema(const cq_table *table);

/* The column's name in the database. Never NULL. */
const char *cq__column_sql_name(const cq_column *column);

/* The column with that name in the list, or NULL. */
const cq_column *cq__table_column(const cq_table *table, const char *name);

/* The labels of an ENUM column, or NULL. Of a derived table's column those of its field; so is its scale. */
const cq_enum *cq__column_enum(const cq_column *column);

/* Digits behind the point of a DECIMAL column, 0 for others. */
uint8_t cq__column_scale(const cq_column *column);

/* Whether two units' copies, or one, of the same table: same schema, same name, same alias. An alias is another table
 * than what it is an alias of, a derived table another one than a real table of its name. */
bool cq__same_table(const cq_table *a, const cq_table *b);
bool cq__same_column(const cq_column *a, const cq_column *b);

/* The columns of the primary key in order: NULL gives the first, a column the next one; NULL when there is none left. */
const cq_column *cq__primary_key_next(const cq_table *table, const cq_column *after);

/* What an INSERT can run into: the primary key, each UNIQUE column and each UNIQUE option without a condition.
 * Whether one of them is over exactly these columns, in any order; and how many there are. */
bool cq__table_unique_over(const cq_table *table, const cq_column *const *columns, uint32_t count);
uint32_t cq__table_unique_count(const cq_table *table);

/* The column that a column REFERENCES: the names of its table's list and of the column there. False when it has none. */
bool cq__column_reference(const cq_column *column, const char **table, const char **name);

/* Whether the database makes this key: AUTO_INCREMENT, or the lone primary key of an integer type that neither
 * references a column nor has a default. */
bool cq__column_auto_key(const cq_column *column);

/* Whether an INSERT must give this column a value: NOT NULL, and the database neither makes one nor has a default.
 * DEFAULT_CALL is unknown to the database and does not count. */
bool cq__column_required(const cq_column *column);

/* Whether a member of an object holds the marker by which CQ_NEW leaves it to the database (see cq_default_text). Always
 * false for columns without DEFAULT_NOW or DEFAULT_SQL, and for BOOLEAN, which has no value to spare. */
bool cq__is_default_marker(const cq_column *column, const void *member);

#endif
