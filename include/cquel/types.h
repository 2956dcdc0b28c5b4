/* cquel/types.h: the column types, the C types that hold them, and the helpers to make and read these.
 *
 * CQ_TYPE_LIST is the only list of types. It knows nothing of tables, statements or databases.
 */
#ifndef CQUEL_TYPES_H
#define CQUEL_TYPES_H

#include <cquel/export.h>
#include <cquel/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A decimal number: coefficient / 10^scale. 18 digits always fit; scale is 0 to 18. */
typedef struct cq_decimal {
	int64_t coefficient;
	int32_t scale;
} cq_decimal;

/** Days since 1970-01-01, proleptic Gregorian. INT32_MAX and INT32_MIN are infinity and -infinity. */
typedef struct cq_date {
	int32_t days;
} cq_date;

/** Microseconds since midnight, 0 to 86,400,000,000 (24:00:00 is legal). */
typedef struct cq_time {
	int64_t microseconds;
} cq_time;

/** Microseconds since 1970-01-01 00:00:00 UTC. INT64_MAX and INT64_MIN are infinity and -infinity. */
typedef struct cq_timestamp {
	int64_t microseconds;
} cq_timestamp;

/** A span of time in the three units that do not convert into each other. */
typedef struct cq_interval {
	int32_t months;
	int32_t days;
	int64_t microseconds;
} cq_interval;

/** A UUID, its 16 bytes in the order they are written. */
typedef struct cq_uuid {
	uint8_t bytes[16];
} cq_uuid;

/** Bytes that someone else owns. data NULL is SQL's NULL; an empty value has size 0 and data not NULL. */
typedef struct cq_bytes {
	const void *data;
	size_t size;
} cq_bytes;

/* The nullable scalars: cq_opt_bool, cq_opt_int64 and so on, each { bool present; ... value; }. Absent: present is false and value is
 * zero. OPTIONAL(name, c): the name behind cq_opt_ and cq_some_, and the type of the value. */
/* clang-format off */
#define CQ_OPTIONAL_LIST(OPTIONAL)        \
	OPTIONAL(bool,      bool)         \
	OPTIONAL(int16,     int16_t)      \
	OPTIONAL(int32,     int32_t)      \
	OPTIONAL(int64,     int64_t)      \
	OPTIONAL(float,     float)        \
	OPTIONAL(double,    double)       \
	OPTIONAL(decimal,   cq_decimal)   \
	OPTIONAL(date,      cq_date)      \
	OPTIONAL(time,      cq_time)      \
	OPTIONAL(timestamp, cq_timestamp) \
	OPTIONAL(interval,  cq_interval)  \
	OPTIONAL(uuid,      cq_uuid)      \
	OPTIONAL(enum,      int)
/* clang-format on */

#define CQ_PRIV_OPTIONAL_TYPE(name, c) typedef struct cq_opt_##name { bool present; c value; } cq_opt_##name;
CQ_OPTIONAL_LIST(CQ_PRIV_OPTIONAL_TYPE)
#undef CQ_PRIV_OPTIONAL_TYPE

/* TYPE(name, c, optional, family): the column type, the C type of a field, of a nullable field, and the family whose
 * members compare with each other. ENUM's field is the program's own enum, of int's size. */
/* clang-format off */
#define CQ_TYPE_LIST(TYPE)                                              \
	TYPE(BOOLEAN,   bool,         cq_opt_bool,      BOOLEAN)            \
	TYPE(SMALLINT,  int16_t,      cq_opt_int16,     INTEGER)            \
	TYPE(INTEGER,   int32_t,      cq_opt_int32,     INTEGER)            \
	TYPE(BIGINT,    int64_t,      cq_opt_int64,     INTEGER)            \
	TYPE(REAL,      float,        cq_opt_float,     REAL)               \
	TYPE(DOUBLE,    double,       cq_opt_double,    REAL)               \
	TYPE(DECIMAL,   cq_decimal,   cq_opt_decimal,   DECIMAL)            \
	TYPE(TEXT,      const char *, const char *,     TEXT)               \
	TYPE(VARCHAR,   const char *, const char *,     TEXT)               \
	TYPE(CHAR,      const char *, const char *,     TEXT)               \
	TYPE(BYTES,     cq_bytes,     cq_bytes,         BYTES)              \
	TYPE(DATE,      cq_date,      cq_opt_date,      DATE)               \
	TYPE(TIME,      cq_time,      cq_opt_time,      TIME)               \
	TYPE(TIMESTAMP, cq_timestamp, cq_opt_timestamp, TIMESTAMP)          \
	TYPE(INTERVAL,  cq_interval,  cq_opt_interval,  INTERVAL)           \
	TYPE(UUID,      cq_uuid,      cq_opt_uuid,      UUID)               \
	TYPE(JSON,      const char *, const char *,     JSON)               \
	TYPE(ENUM,      int,          cq_opt_enum,      ENUM)
/* clang-format on */

#define CQ_PRIV_TYPE_ENUM(name, c, optional, family) CQ_TYPE_##name,
typedef enum cq_type {
	CQ_TYPE_NONE, /* a condition's operand that has no type of its own: a label, a raw text, NULL */
	CQ_TYPE_LIST(CQ_PRIV_TYPE_ENUM)
	CQ_TYPE_OBJECT, /* a whole row of a table, in a result's row list */
	CQ_TYPE_LIST,   /* a list of rows, in a result's row list */
	CQ_TYPE_COUNT
} cq_type;
#undef CQ_PRIV_TYPE_ENUM

/** The longest texts that the cq_…_format functions write, with the closing NUL. */
#define CQ_DECIMAL_TEXT 24
#define CQ_DATE_TEXT 16
#define CQ_TIME_TEXT 24
#define CQ_TIMESTAMP_TEXT 40
#define CQ_INTERVAL_TEXT 80
#define CQ_UUID_TEXT 37

CQ_BEGIN_DECLS

/* cq_some_bool(x), cq_some_int64(x) and so on: a nullable scalar that is present. One of static storage is written out: { true, 7 }.
 * Example: CQ_NEW(User, .username = "ann", .mentor_id = cq_some_int64(bob->id)) */
#define CQ_PRIV_OPTIONAL_SOME(name, c) \
	static inline cq_opt_##name cq_some_##name(c value) \
	{ \
		const cq_opt_##name some = { true, value }; \
		return some; \
	}
CQ_OPTIONAL_LIST(CQ_PRIV_OPTIONAL_SOME)
#undef CQ_PRIV_OPTIONAL_SOME

/* What holds for all of these: they keep nothing and own nothing, any thread may call them, none depends on the
 * process's locale or time zone. Each parse takes a NUL-terminated text that is the value and nothing else, and gives
 * CQ_WRONG_TYPE for a text that is no such value and CQ_OUT_OF_RANGE for a value that does not fit; *out is then zero.
 * Each format writes into the caller's buffer and returns it. A text or an output that is NULL is CQ_MISUSE, of a format "". */

/** The name of a type, "VARCHAR" for instance; a static string, never NULL. */
CQ_API const char *cq_type_name(cq_type type);

/** Reads a decimal number: sign, digits, point and exponent as in "12.50", "-.5" or "1e-9".
 *
 *  Its scale is the number of digits behind the point; last zeros that do not fit are dropped.
 *  Errors: CQ_OUT_OF_RANGE beyond 18 digits in all or behind the point, CQ_WRONG_TYPE for anything else.
 *  Example: cq_decimal price; CQ_TRY(cq_decimal_parse("12.50", &price)); gives coefficient 1250 and scale 2. */
CQ_API CQ_CHECKED cq_status cq_decimal_parse(const char *text, cq_decimal *out);

/** The decimal of a constant: what CQ_NEW puts into a DECIMAL column with DEFAULT(0.99) or DEFAULT("0.99"). 0 for what is no
 *  decimal. Example: CQ_TRY(cq_execute(db, NULL, SQL(UPDATE(tracks, SET(price, cq_decimal_constant("0.99"))), ALL_ROWS))). Any thread. */
CQ_API cq_decimal cq_decimal_constant(const char *text);

/** The decimal with another scale (0 to 18), rounded half away from zero: 0.125 and -0.125 with scale 2 are 0.13 and
 *  -0.13. Errors: CQ_OUT_OF_RANGE beyond 18 digits. */
CQ_API CQ_CHECKED cq_status cq_decimal_rescale(cq_decimal value, int32_t scale, cq_decimal *out);

/** Writes "12.50", with `scale` digits behind the point, or "invalid" when the scale is not 0 to 18. */
CQ_API const char *cq_decimal_format(cq_decimal value, char out[CQ_DECIMAL_TEXT]);

/** -1, 0 or 1: whether a is below, equal to or above b, whatever their scales: 1.5 and 1.50 are equal. */
CQ_API int cq_decimal_compare(cq_decimal a, cq_decimal b);

/** The nearest double. */
CQ_API double cq_decimal_to_double(cq_decimal value);

/** Reads "2024-02-29", a year of more than four digits or with a sign too, "infinity" and "-infinity". A day that the
 *  calendar does not have is CQ_WRONG_TYPE. */
CQ_API CQ_CHECKED cq_status cq_date_parse(const char *text, cq_date *out);

/** Writes "2024-02-29", "infinity" or "-infinity"; the year 0 is the one before 1. */
CQ_API const char *cq_date_format(cq_date value, char out[CQ_DATE_TEXT]);

/** The date of a year (1 to 9999), month (1 to 12) and day. Errors: CQ_OUT_OF_RANGE for a day that the calendar does
 *  not have, *out is then zero.
 *  Example: cq_date leap_day; CQ_TRY(cq_date_make(2024, 2, 29, &leap_day)); */
CQ_API CQ_CHECKED cq_status cq_date_make(int year, int month, int day, cq_date *out);

/** Reads "23:59:59.123456"; seconds and fraction may be missing, a seventh digit rounds. "24:00:00" is the latest. */
CQ_API CQ_CHECKED cq_status cq_time_parse(const char *text, cq_time *out);

/** Writes "23:59:59.123456", always with six digits, or "invalid" below 0 or above 24:00:00. */
CQ_API const char *cq_time_format(cq_time value, char out[CQ_TIME_TEXT]);

/** Reads "2024-02-29 23:59:59.123456", also with a T for the blank, without a time (then it is midnight), with Z, +hh,
 *  +hhmm or +hh:mm behind (without one it is UTC), "infinity" and "-infinity". */
CQ_API CQ_CHECKED cq_status cq_timestamp_parse(const char *text, cq_timestamp *out);

/** Writes "2024-02-29 23:59:59.123456" in UTC, always with six digits, or "infinity", "-infinity". */
CQ_API const char *cq_timestamp_format(cq_timestamp value, char out[CQ_TIMESTAMP_TEXT]);

/** The present moment of the system's clock. */
CQ_API cq_timestamp cq_now(void);

/** Reads an ISO 8601 duration with microseconds: "P1Y2M3DT4H5M6.000007S", "P2W", "-PT1.5S"; each part may have a sign,
 *  only the seconds a fraction. 12 months make a year and 7 days a week; nothing else converts. */
CQ_API CQ_CHECKED cq_status cq_interval_parse(const char *text, cq_interval *out);

/** Writes an ISO 8601 duration without the parts that are zero, "PT0S" when all are. */
CQ_API const char *cq_interval_format(cq_interval value, char out[CQ_INTERVAL_TEXT]);

/** Reads 36 characters with dashes, or 32 without, in any case. */
CQ_API CQ_CHECKED cq_status cq_uuid_parse(const char *text, cq_uuid *out);

/** Writes 36 characters in lower case. */
CQ_API const char *cq_uuid_format(cq_uuid value, char out[CQ_UUID_TEXT]);

/** A random (version 4) UUID from the system's generator. Errors: CQ_SYSTEM when that fails, *out is then zero. */
CQ_API CQ_CHECKED cq_status cq_uuid_random(cq_uuid *out);

CQ_END_DECLS

#endif
