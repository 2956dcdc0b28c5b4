/* session/identity.h: keys: the values of some columns, read from an object or given one by one, hashed and compared.
 * It knows nothing of entries. The identity map, the flush (uniqueness, foreign keys) and loading call it.
 *
 * Values compare across types of one family: an INTEGER foreign key finds a BIGINT primary key, 1.5 is 1.50.
 */
#ifndef CQ__SESSION_IDENTITY_H
#define CQ__SESSION_IDENTITY_H

#include "session/session.h"

/* A primary key, a foreign key or a unique set of more columns is refused by cq__model_find. */
enum { CQ__MOST_KEY = 16 };

/* One value, in a form that is equal where the values are. */
typedef struct cq__part {
	int64_t number;     /* integers, dates and times; of decimals the coefficient */
	const void *data;   /* texts, bytes, UUIDs, intervals: borrowed; else NULL */
	size_t size;        /* of data; of decimals the scale */
	uint8_t family;     /* cq__family */
	bool null;
} cq__part;

typedef struct cq__key {
	uint64_t hash;      /* of all parts; not of the model */
	uint32_t count;
	bool null;          /* a part is NULL: it stands for no row */
	cq__part parts[CQ__MOST_KEY];
} cq__key;

/* The columns' values in an object, or in its snapshot. The key borrows its texts. */
void cq__key_read(cq__key *key, const cq__model *model, const cq__columns *columns, const void *object);

/* The primary key of an entry: its snapshot's, or its object's while it has none. */
void cq__key_of_entry(cq__key *key, const cq__entry *entry);

/* Whether they are equal; NULLs are equal here. */
bool cq__key_equal(const cq__key *a, const cq__key *b);

/* Whether these columns of two objects of a model are equal. */
bool cq__key_same(const cq__model *model, const cq__columns *columns, const void *a, const void *b);

/* Writes a key into the columns of an object, with the range of their types (its texts are borrowed, not copied).
 * CQ_OUT_OF_RANGE, CQ_NULL_VALUE for NULL into a column that may not be. */
CQ_CHECKED cq_status cq__key_write(cq_session *session, const cq__key *key, const cq__model *model, const cq__columns *columns,
	void *object);

/* One column's value, of an object's member. */
void cq__part_read(cq__part *part, const cq_column *column, const void *member);
bool cq__part_equal(const cq__part *a, const cq__part *b);

/* The blanks at the end of a CHAR are no part of its value where the database fills it up with them: part->size goes down, its text stays.
 * A key that is made of parts by hand needs that before cq__key_finish. */
static inline bool cq__column_padded(const cq__model *model, const cq_column *column)
{
	return model->pads_chars && column->type == CQ_TYPE_CHAR;
}

size_t cq__padded_size(const char *text, size_t size);

static inline void cq__part_unpad(cq__part *part, const cq__model *model, const cq_column *column)
{
	if (cq__column_padded(model, column) && !part->null)
		part->size = cq__padded_size(part->data, part->size);
}

/* Completes a key whose parts and count were set by hand. */
void cq__key_finish(cq__key *key);

/* "7" or "(3, 'ab')", cut where it is long: for messages. */
enum { CQ__KEY_TEXT = 128 };
const char *cq__key_text(const cq__key *key, char out[CQ__KEY_TEXT]);

#endif
