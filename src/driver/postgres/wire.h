/* driver/postgres/wire.h: PostgreSQL's binary forms: numbers in network order, the OIDs of types, where its calendar begins.
 *
 * It knows nothing of libpq. The encoders and decoders of this folder read it.
 */
#ifndef CQ__DRIVER_POSTGRES_WIRE_H
#define CQ__DRIVER_POSTGRES_WIRE_H

#include <stdint.h>
#include <string.h>

/* The types that cquel speaks, by the OIDs that pg_type.dat gives them for ever. */
enum {
	CQ__OID_BOOL = 16,
	CQ__OID_BYTEA = 17,
	CQ__OID_CHAR = 18, /* "char", one byte */
	CQ__OID_NAME = 19,
	CQ__OID_INT8 = 20,
	CQ__OID_INT2 = 21,
	CQ__OID_INT4 = 23,
	CQ__OID_TEXT = 25,
	CQ__OID_OID = 26,
	CQ__OID_JSON = 114,
	CQ__OID_XML = 142,
	CQ__OID_FLOAT4 = 700,
	CQ__OID_FLOAT8 = 701,
	CQ__OID_UNKNOWN = 705,
	CQ__OID_BPCHAR = 1042,
	CQ__OID_VARCHAR = 1043,
	CQ__OID_DATE = 1082,
	CQ__OID_TIME = 1083,
	CQ__OID_TIMESTAMP = 1114,
	CQ__OID_TIMESTAMPTZ = 1184,
	CQ__OID_INTERVAL = 1186,
	CQ__OID_NUMERIC = 1700,
	CQ__OID_VOID = 2278,
	CQ__OID_UUID = 2950,
	CQ__OID_JSONB = 3802,

	CQ__OID_BOOL_ARRAY = 1000,
	CQ__OID_BYTEA_ARRAY = 1001,
	CQ__OID_INT2_ARRAY = 1005,
	CQ__OID_INT4_ARRAY = 1007,
	CQ__OID_TEXT_ARRAY = 1009,
	CQ__OID_BPCHAR_ARRAY = 1014,
	CQ__OID_INT8_ARRAY = 1016,
	CQ__OID_FLOAT4_ARRAY = 1021,
	CQ__OID_FLOAT8_ARRAY = 1022,
	CQ__OID_DATE_ARRAY = 1182,
	CQ__OID_TIME_ARRAY = 1183,
	CQ__OID_TIMESTAMPTZ_ARRAY = 1185,
	CQ__OID_INTERVAL_ARRAY = 1187,
	CQ__OID_NUMERIC_ARRAY = 1231,
	CQ__OID_UUID_ARRAY = 2951,
	CQ__OID_JSONB_ARRAY = 3807,

	CQ__OID_FIRST_OWN = 16384 /* of types that a database made itself: enums, domains, extensions */
};

/* The largest value that PostgreSQL takes or gives, 1 GiB - 1. */
#define CQ__WIRE_LARGEST ((size_t)0x3fffffff)

/* From 1970-01-01 to 2000-01-01, where PostgreSQL counts from. */
#define CQ__WIRE_EPOCH_DAYS 10957
#define CQ__WIRE_EPOCH_MICROSECONDS INT64_C(946684800000000)

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define CQ__WIRE_TURN(bits, number) (number)
#else
#define CQ__WIRE_TURN(bits, number) __builtin_bswap##bits(number)
#endif

static inline void cq__wire_put_16(void *to, uint16_t number)
{
	const uint16_t turned = CQ__WIRE_TURN(16, number);
	memcpy(to, &turned, sizeof turned);
}

static inline uint16_t cq__wire_get_16(const void *from)
{
	uint16_t number;
	memcpy(&number, from, sizeof number);
	return CQ__WIRE_TURN(16, number);
}

static inline void cq__wire_put_32(void *to, uint32_t number)
{
	const uint32_t turned = CQ__WIRE_TURN(32, number);
	memcpy(to, &turned, sizeof turned);
}

static inline uint32_t cq__wire_get_32(const void *from)
{
	uint32_t number;
	memcpy(&number, from, sizeof number);
	return CQ__WIRE_TURN(32, number);
}

static inline void cq__wire_put_64(void *to, uint64_t number)
{
	const uint64_t turned = CQ__WIRE_TURN(64, number);
	memcpy(to, &turned, sizeof turned);
}

static inline uint64_t cq__wire_get_64(const void *from)
{
	uint64_t number;
	memcpy(&number, from, sizeof number);
	return CQ__WIRE_TURN(64, number);
}

static inline void cq__wire_put_float(void *to, float number)
{
	uint32_t bits;
	memcpy(&bits, &number, sizeof bits);
	cq__wire_put_32(to, bits);
}

static inline void cq__wire_put_double(void *to, double number)
{
	uint64_t bits;
	memcpy(&bits, &number, sizeof bits);
	cq__wire_put_64(to, bits);
}

static inline float cq__wire_get_float(const void *from)
{
	const uint32_t bits = cq__wire_get_32(from);
	float number;
	memcpy(&number, &bits, sizeof number);
	return number;
}

static inline double cq__wire_get_double(const void *from)
{
	const uint64_t bits = cq__wire_get_64(from);
	double number;
	memcpy(&number, &bits, sizeof number);
	return number;
}

#endif
