/* driver/postgres/values.h: C values become binary parameters, and binary results become C values.
 *
 * It knows nothing of connections and pipelines. The files that send statements and read results call it.
 */
#ifndef CQ__DRIVER_POSTGRES_VALUES_H
#define CQ__DRIVER_POSTGRES_VALUES_H

#include "base/buffer.h"
#include "driver/items.h"
#include "driver/value.h"

#include <libpq-fe.h>

/* ---- parameters -------------------------------------------------------------------------------------------------- */

/* Room for every value of fixed size and every numeric of a cq_decimal. */
typedef union cq__pg_slot {
	unsigned char bytes[24];
	uint64_t aligned;
} cq__pg_slot;

/* The parameters of one statement, as libpq takes them. Its memory is reused: none is asked for in the steady state.
 * All zero is an empty one.
 *
 * Texts and bytes are not copied: values[i] may point into what the program gave, so it must be sent before that goes. */
typedef struct cq__pg_encoder {
	cq__giver giver;
	int count;           /* parameters so far */
	int capacity;
	const char **values; /* NULL is NULL */
	int *lengths;
	int *formats;        /* 1: binary; 0: text, where the statement's own text tells the type */
	cq__pg_slot *slots;  /* one for each parameter */
	cq__arena *scratch;  /* patterns, arrays, and forms that are texts */
	size_t bytes;        /* of all values so far */
	size_t limit;        /* of one message; 0: the server's own */
	size_t most;         /* of this one: how many bytes its values take at most */
	bool full;           /* it was refused for the sum of its values */
} cq__pg_encoder;

void cq__pg_encoder_release(cq__pg_encoder *encoder);

/* Begins the parameters of a statement of at most `most` of them (more are taken, too). encoder->giver.many is false. */
CQ_CHECKED cq_status cq__pg_encode_begin(cq__pg_encoder *encoder, cq__error *error, size_t most);

/* Begins and appends all parameters of a STATEMENT. */
CQ_CHECKED cq_status cq__pg_encode_statement(cq__pg_encoder *encoder, cq__error *error, const cq__text *text,
	const cq_value *values);

/* Appends all parameters of a STATEMENT. */
CQ_CHECKED cq_status cq__pg_encode_values(cq__pg_encoder *encoder, const cq__text *text, const cq_value *values);

/* Appends the members of one object. Messages number it when encoder->giver.many is set. */
CQ_CHECKED cq_status cq__pg_encode_object(cq__pg_encoder *encoder, const cq__text *text, const void *object, size_t row);

/* Appends the values behind the objects of a run. */
CQ_CHECKED cq_status cq__pg_encode_behind(cq__pg_encoder *encoder, const cq__text *text, const cq_value *values);

/* Appends one array with a member of each of `count` objects from the first-th on, NULLs included: for unnest(). */
CQ_CHECKED cq_status cq__pg_encode_members(cq__pg_encoder *encoder, const cq__bind *bind, const void *objects,
	size_t first, size_t count, size_t stride);

/* Appends one object as a row of COPY's binary format: the number of its members, each behind its length. */
CQ_CHECKED cq_status cq__pg_copy_object(cq__pg_encoder *encoder, const cq__text *text, const void *object, size_t row,
	cq__buffer *out);

/* The type to give at Parse; 0: the statement's own text tells it. cq__pg_encode_members: that of the array. */
Oid cq__pg_parameter_type(const cq__bind *bind);
Oid cq__pg_members_type(const cq__bind *bind);

/* The types of `runs` times the objects' parameters (ARRAYS: once the arrays) and the values behind them, in order; the
 * number of them. */
size_t cq__pg_parameter_types(const cq__text *text, size_t runs, Oid *out);

/* ---- results ----------------------------------------------------------------------------------------------------- */

typedef struct cq__pg_step cq__pg_step;

/* How the columns of one result become the members of one plan. Kept with the prepared statement and made anew by itself
 * when the plan or the columns are others. All zero is one that knows nothing yet. */
typedef struct cq__pg_decoder {
	cq__pg_step *steps;          /* one for each of the plan's columns, in its order */
	cq__pg_step *first_own;      /* the first one of the row itself; NULL: all are of objects */
	uint32_t *keys;              /* of each object the result column of its key, or UINT32_MAX: all of its columns are asked */
	Oid *types;                  /* of the result's columns */
	const cq__decode_plan *plan; /* what it was made for; NULL: for nothing */
	const cq__decode_plan *settled; /* the same, once a result of the prepared statement was seen; else NULL */
	bool of_prepared;            /* all results are of one prepared statement */
	bool plain;                  /* every column of the result becomes a member of the row itself, by no more than a store */
	const cq__decode *columns;
	uint32_t column_count;       /* of the plan */
	uint32_t object_count;
	uint32_t result_columns;
} cq__pg_decoder;

void cq__pg_decoder_release(cq__pg_decoder *decoder);

/* Makes the decoder fit the result's columns; CQ_WRONG_TYPE for columns that the plan does not take. */
CQ_CHECKED cq_status cq__pg_decoder_fit(cq__pg_decoder *decoder, const PGresult *result, const cq__decode_plan *plan,
	cq__error *error);

/* All rows of the result into the request: into `items` or nowhere, as `sink` says, up to `row_limit`; rows_seen is
 * counted up. A result may be one of several of the same request (single-row mode). Makes request->arena when it is
 * NULL; on failure what was decoded before stands, and the caller throws it away. */
CQ_CHECKED cq_status cq__pg_decode(cq__pg_decoder *decoder, const PGresult *result, cq__request *request);

/* The same for the only result of a statement that only reads, which nobody else needs: it is cleared, or stays as a part of what
 * the request was given. */
CQ_CHECKED cq_status cq__pg_decode_own(cq__pg_decoder *decoder, PGresult *result, cq__request *request);

/* One row, from 0, into plan->row_size bytes; the decoder fits. `number` is what messages call the row, from 1. */
CQ_CHECKED cq_status cq__pg_decode_row(const cq__pg_decoder *decoder, const PGresult *result, int row, int64_t number,
	cq__arena *arena, cq__error *error, void *out);

#endif
