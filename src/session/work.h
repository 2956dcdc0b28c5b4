/* session/work.h: what one flush works on: a list of writes, what must come before what, and the batches that they become.
 * It knows nothing of how a write is sent. collect.c makes the list, unique.c and order.c order it, write.c sends it and flush.c ends it.
 *
 * Nothing of the session or its objects is changed while a flush is under way: each write has a row of its own, a copy of the object's
 * columns, in which keys, database defaults, versions and foreign keys arrive. Only when all is written do rows become the objects'; that
 * of an INSERT is then the snapshot, and stands in the session's memory from the beginning.
 */
#ifndef CQ__SESSION_WORK_H
#define CQ__SESSION_WORK_H

#include "session/session.h"

/* The kinds of writes, in the order in which they are sent where nothing else is said. */
typedef enum cq__write {
	CQ__WRITE_AHEAD,   /* UPDATE that frees what others need: a unique value is vacated, a foreign key becomes NULL */
	CQ__WRITE_INSERT,
	CQ__WRITE_UPDATE,
	CQ__WRITE_UNLINK,  /* DELETE of an association's row */
	CQ__WRITE_LINK,    /* INSERT of one */
	CQ__WRITE_DELETE
} cq__write;

enum { CQ__NO_ITEM = UINT32_MAX };

/* One row to be written. */
typedef struct cq__work_item {
	cq__entry *entry;      /* NULL for associations */
	cq__model *model;      /* of an association's row: of its table */
	void *row;             /* as it is to be, object_size bytes; of a DELETE as it is; of an INSERT its columns only */
	const void *old;       /* as the database has it; NULL: it has none */
	const uint64_t *columns;   /* of an UPDATE: what is set */
	const cq__association *association;
	const struct cq__foreign *late; /* of the second half of a cycle: the foreign key that was NULL first */
	uint32_t of;           /* of an item made by order.c: for whose sake; else CQ__NO_ITEM */
	uint32_t group;        /* of cq__work.groups */
	uint32_t waits;        /* how many others must come first */
	uint32_t edges;        /* those that wait for it: index + 1 of the first in cq__work.edges */
	uint32_t next;         /* the next one that is ready, index + 1; before that the latest write ahead for its sake */
	uint32_t halves;       /* those for its sake that set a foreign key later: index + 1 of the latest, and so on */
	uint32_t parent;       /* of an INSERT with one such link, along a relation of its own model: the parent's item + 1 */
	uint8_t write;         /* cq__write */
	bool links;            /* has links to what is inserted in this flush */
	uint8_t colour;        /* of the search for cycles */
	uint8_t along;         /* of `parent`: which relation */
} cq__work_item;

/* A foreign key between tables of this flush. */
typedef struct cq__foreign {
	const cq__columns *own, *far; /* own[i] of the table refers to far[i] of the target */
	uint32_t target;       /* in cq__work.tables */
	bool nullable;
} cq__foreign;

/* Why one item waits for another. */
typedef enum cq__edge_reason {
	CQ__EDGE_UNIQUE,       /* the first gives a unique value away that the second takes */
	CQ__EDGE_PARENT,       /* the first is the row that the second's new foreign key names */
	CQ__EDGE_CHILD,        /* the second deletes the row that the first's old foreign key names */
	CQ__EDGE_FIRM          /* cannot be done otherwise */
} cq__edge_reason;

typedef struct cq__edge {
	uint32_t from, to;     /* items */
	uint32_t next;         /* of `from`: index + 1 */
	uint8_t reason;
	bool broken;
	uint16_t unique;       /* of UNIQUE: which of the model's */
	const cq__foreign *foreign; /* of PARENT, CHILD */
} cq__edge;

/* A table of this flush. */
typedef struct cq__table_work {
	cq__model *model;
	cq__foreign *foreigns;
	uint32_t foreign_count, foreign_capacity;
	uint32_t rank;         /* parents have lower ones */
	uint32_t component;    /* tables that refer to each other have the same */
	bool cyclic;           /* refers to itself, or is one of several that refer to each other */
	uint32_t insert_group, delete_group; /* + 1 */
	uint32_t inserts;      /* how many rows are inserted */
	char *rows;            /* where the next one of them goes: they stand side by side */
} cq__table_work;

/* Writes that may share statements: of one kind, table and set of columns. */
typedef struct cq__group {
	cq__model *model;
	const uint64_t *columns;
	const cq__relation *relation; /* of associations */
	uint64_t rank;
	uint32_t write;
	uint32_t ready, last;  /* index + 1 of items that wait for nothing */
} cq__group;

/* Neighbours in the order that are sent together. */
typedef struct cq__work_batch {
	uint32_t group;
	uint32_t first, count; /* in cq__work.order */
} cq__work_batch;

/* A growing array. */
#define CQ__WORK_LIST(type, name) type *name; uint32_t name##_count, name##_capacity

typedef struct cq__work {
	cq_session *session;
	cq__arena *memory;
	CQ__WORK_LIST(cq__work_item, items);
	CQ__WORK_LIST(cq__edge, edges);
	CQ__WORK_LIST(cq__table_work, tables);
	CQ__WORK_LIST(cq__group, groups);
	CQ__WORK_LIST(cq__work_batch, batches);
	uint32_t *order;       /* all items */
	uint32_t order_count;
	uint32_t *item_of;     /* by the entry's index: index + 1 of its item */
	uint32_t item_of_count;
	uint32_t inserts;      /* how many items were found that insert */
	size_t rows_size;      /* bytes of their rows */
	bool unresolved;       /* some item is not complete with the copy of its object, and what is inserted */
	uint32_t *place_of;    /* by the model's number: index + 1 in tables */
	uint32_t place_count;
	cq__map column_groups; /* of UPDATEs */
	uint64_t nobody;       /* the next value that nobody has */
} cq__work;

/* All is given back. */
void cq__work_release(cq__work *work);

/* Room for one more in a list of the work's, or CQ_NO_MEMORY, recorded. `list` is a member's name. */
CQ_CHECKED cq_status cq__work_grow(cq__work *work, void **list, uint32_t count, uint32_t *capacity, size_t size);
/* The first room of a list, for as many as will be. */
CQ_CHECKED cq_status cq__work_begin(cq__work *work, void **list, uint32_t count, uint32_t *capacity, size_t size);
#define CQ__WORK_ROOM(work, list) \
	((work)->list##_count < (work)->list##_capacity ? CQ_OK \
		: cq__work_grow((work), (void **)&(work)->list, (work)->list##_count, &(work)->list##_capacity, sizeof *(work)->list))

/* From one inserted row to the next: all columns, and members are aligned. */
static inline size_t cq__work_stride(const cq__model *model)
{
	return (model->columns_end + (size_t)7) & ~(size_t)7;
}

/* size bytes of the work's, zeroed, or with whatever stands there; NULL: recorded. */
void *cq__work_memory(cq__work *work, size_t size);
void *cq__work_room(cq__work *work, size_t size);

/* ---- collect.c ------------------------------------------------------------------------------------------------------------- */

/* Makes items of all that is to be written; none: there is nothing. Runs the before-hooks. */
CQ_CHECKED cq_status cq__work_collect(cq__work *work);

/* All is written: the rows of what was inserted are the session's now. */
void cq__work_keep_rows(const cq__work *work);

/* A new item, all but its write, entry and model zero. The tables, and the groups of INSERT and DELETE, become known with it. */
CQ_CHECKED cq_status cq__work_add(cq__work *work, cq__write write, cq__entry *entry, cq__model *model, uint32_t *out);

/* The place of a model among the tables, or CQ__NO_ITEM. */
uint32_t cq__work_place(const cq__work *work, const cq__model *model);

/* The group of an item by its write, model, columns (a set that lives as long as the work) or relation. */
CQ_CHECKED cq_status cq__work_group(cq__work *work, cq__work_item *item);

/* The item of an entry, or NULL. */
static inline cq__work_item *cq__work_item_of(const cq__work *work, const cq__entry *entry)
{
	const uint32_t place = entry->index < work->item_of_count ? work->item_of[entry->index] : 0;
	return place != 0 ? &work->items[place - 1] : NULL;
}

/* Copies the keys that an item's links take from others' rows into its own row. Later: of those that are inserted in this flush only.
 * Foreign keys that are set late stay. */
CQ_CHECKED cq_status cq__work_resolve(cq__work *work, cq__work_item *item, bool later);

/* The same, later, of an INSERT. */
CQ_CHECKED cq_status cq__work_resolve_insert(cq__work *work, cq__work_item *item);

/* Copies the values of columns of one row to columns of another, with the range of their types. from NULL: they become NULL. */
CQ_CHECKED cq_status cq__work_copy_key(cq__work *work, const cq__model *from_model, const cq__columns *from, const void *from_row,
	const cq__model *to_model, const cq__columns *to, void *to_row);

/* ---- order.c, cycle.c ------------------------------------------------------------------------------------------------------ */

/* Finds the foreign keys between the tables, and ranks these: parents first. */
CQ_CHECKED cq_status cq__order_tables(cq__work *work);

/* That the second item waits for the first. */
CQ_CHECKED cq_status cq__order_edge(cq__work *work, uint32_t from, uint32_t to, cq__edge_reason reason, uint16_t unique,
	const cq__foreign *foreign);

/* A write ahead was made for the sake of an item: it comes behind those that were made before. */
CQ_CHECKED cq_status cq__order_behind(cq__work *work, uint32_t item);

/* Makes the edges of foreign keys: of all tables, or only of those that refer to themselves or each other. */
CQ_CHECKED cq_status cq__order_foreigns(cq__work *work, bool all);

/* Breaks every cycle of items, by writes that it adds. CQ_MISUSE naming rows of one that cannot be broken. */
CQ_CHECKED cq_status cq__order_break_cycles(cq__work *work);

/* Puts all items in order: work->order and work->batches. */
CQ_CHECKED cq_status cq__order_batches(cq__work *work);

/* All of that. */
CQ_CHECKED cq_status cq__order(cq__work *work);

/* ---- unique.c -------------------------------------------------------------------------------------------------------------- */

/* Makes the edges of unique values that one row of this flush gives away and another takes. *any: whether there are such. */
CQ_CHECKED cq_status cq__unique_edges(cq__work *work, bool *any);

/* Whether the database makes one of the values when the item's row is inserted: it collides with nothing, and nothing names it yet. */
bool cq__unique_unknown(const cq__work_item *item, const cq__columns *columns);

/* What it takes to vacate a unique value: the less the better; CQ__CANNOT_VACATE. *column: which would be changed, an index. */
enum { CQ__VACATES_BY_NULL = 1, CQ__VACATES_BY_VALUE = 3, CQ__CANNOT_VACATE = 100 };
unsigned cq__unique_vacating(const cq__model *model, uint32_t unique, uint32_t *column);

/* Adds the write that makes an item's old row give a unique value away ahead of all others. */
CQ_CHECKED cq_status cq__unique_vacate(cq__work *work, uint32_t holder, uint32_t unique);

/* ---- rows by what they hold ------------------------------------------------------------------------------------------------ */

/* Items by the values of some columns of one of their rows. */
typedef struct cq__lookup {
	uint32_t *slots;       /* index + 1 */
	uint32_t mask;         /* 0: empty */
	const cq__columns *columns;
	bool old;              /* of their old rows, else of the new ones */
} cq__lookup;

CQ_CHECKED cq_status cq__lookup_init(cq__work *work, cq__lookup *lookup, const cq__columns *columns, bool old, uint32_t count);
/* Puts an item in; not one with a NULL among the values. */
void cq__lookup_put(const cq__work *work, cq__lookup *lookup, uint32_t item);
/* The first that was put in with those values (of the columns of any model), or CQ__NO_ITEM. */
uint32_t cq__lookup_find(const cq__work *work, const cq__lookup *lookup, const cq__model *model, const cq__columns *columns,
	const void *row);

/* ---- associate.c ----------------------------------------------------------------------------------------------------------- */

/* Makes items of the associations. */
CQ_CHECKED cq_status cq__associate_collect(cq__work *work);

/* Fills an association's row with the keys of both sides, once these are known. */
CQ_CHECKED cq_status cq__associate_fill(cq__work *work, cq__work_item *item);

/* The set of columns that an association's row gives: those of both foreign keys, each once, as indexes in members. Returns how many. */
uint32_t cq__associate_columns(const cq__relation *relation, uint32_t *members);

/* ---- write.c --------------------------------------------------------------------------------------------------------------- */

/* Sends all batches. CQ_STALE names table and keys of what is not as it was read. */
CQ_CHECKED cq_status cq__write_batches(cq__work *work);

#endif
