/* driver/postgres/numeric.h: PostgreSQL's numeric, binary: digits to the base 10,000 with a weight, a sign and a scale.
 *
 * It knows nothing of binds and fields. The encoders and decoders of this folder call it.
 */
#ifndef CQ__DRIVER_POSTGRES_NUMERIC_H
#define CQ__DRIVER_POSTGRES_NUMERIC_H

#include <cquel/types.h>

/* The most bytes that the two writers need: eight, and six digits to the base 10,000. */
#define CQ__NUMERIC_BYTES 20

/* Writes a decimal, whose scale is 0 to 18; the number of bytes. */
int cq__numeric_of_decimal(cq_decimal number, unsigned char out[CQ__NUMERIC_BYTES]);

/* Writes the shortest decimal number that reads back as this double; infinities and NaN are what they are. */
int cq__numeric_of_double(double number, unsigned char out[CQ__NUMERIC_BYTES]);

/* A numeric that was received; `digits` points into the value. */
typedef struct cq__numeric {
	const unsigned char *digits; /* `count` numbers of 16 bits */
	int count;
	int weight;                  /* the first digit counts 10,000 to that power */
	unsigned sign;               /* CQ__NUMERIC_… */
	int scale;                   /* digits behind the point that are shown */
} cq__numeric;

enum {
	CQ__NUMERIC_POSITIVE = 0x0000,
	CQ__NUMERIC_NEGATIVE = 0x4000,
	CQ__NUMERIC_NAN = 0xc000,
	CQ__NUMERIC_INFINITY = 0xd000,
	CQ__NUMERIC_MINUS_INFINITY = 0xf000
};

/* Takes the value apart; false when it is no numeric. */
bool cq__numeric_read(const void *value, int length, cq__numeric *out);

/* The decimal of that scale, rounded half away from zero; CQ_OUT_OF_RANGE beyond 18 digits, infinities and NaN. */
CQ_CHECKED cq_status cq__numeric_to_decimal(const cq__numeric *number, int32_t scale, cq_decimal *out);

/* CQ_WRONG_TYPE when there is a fraction, CQ_OUT_OF_RANGE beyond 64 bits, infinities and NaN. */
CQ_CHECKED cq_status cq__numeric_to_integer(const cq__numeric *number, int64_t *out);

/* The nearest double; CQ_OUT_OF_RANGE beyond them, CQ_NO_MEMORY. */
CQ_CHECKED cq_status cq__numeric_to_double(const cq__numeric *number, double *out);

/* Room for what cq__numeric_show writes. */
#define CQ__NUMERIC_TEXT 80

/* The number as a text for messages, cut where it is long. */
const char *cq__numeric_show(const cq__numeric *number, char out[CQ__NUMERIC_TEXT]);

#endif
