/* meta/uuid.c: UUIDs as texts, and random ones.
 *
 * It knows nothing of columns. See cquel/types.h and meta/convert.h.
 */
#include "meta/convert.h"

#include "base/text.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

enum { BARE_TEXT = 32, DASHED_TEXT = 36 };

/* Whether a dash stands before this byte in the dashed form. */
static bool dash_before(size_t byte)
{
	return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

cq_status cq__uuid_parse(const char *text, size_t size, cq_uuid *out)
{
	*out = (cq_uuid){ .bytes = { 0 } };
	if (size != DASHED_TEXT && size != BARE_TEXT)
		return CQ_WRONG_TYPE;
	cq_uuid uuid;
	const char *at = text;
	for (size_t i = 0; i < sizeof uuid.bytes; i++, at += 2) {
		if (size == DASHED_TEXT && dash_before(i) && *at++ != '-')
			return CQ_WRONG_TYPE;
		const int high = cq__hexadecimal_digit(at[0]);
		const int low = cq__hexadecimal_digit(at[1]);
		if (high < 0 || low < 0)
			return CQ_WRONG_TYPE;
		uuid.bytes[i] = (uint8_t)(high * 16 + low);
	}
	*out = uuid;
	return CQ_OK;
}

size_t cq__uuid_format(cq_uuid value, char out[CQ_UUID_TEXT])
{
	static const char hexadecimal[] = "0123456789abcdef";
	char *at = out;
	for (size_t i = 0; i < sizeof value.bytes; i++) {
		if (dash_before(i))
			*at++ = '-';
		*at++ = hexadecimal[value.bytes[i] >> 4];
		*at++ = hexadecimal[value.bytes[i] & 15];
	}
	*at = '\0';
	return DASHED_TEXT;
}

cq_status cq_uuid_parse(const char *text, cq_uuid *out)
{
	return cq__parse_given(text, out, sizeof *out) ? cq__uuid_parse(text, strlen(text), out) : CQ_MISUSE;
}

const char *cq_uuid_format(cq_uuid value, char out[CQ_UUID_TEXT])
{
	if (out == NULL)
		return "";
	cq__uuid_format(value, out);
	return out;
}

cq_status cq_uuid_random(cq_uuid *out)
{
	if (out == NULL)
		return CQ_MISUSE;
	*out = (cq_uuid){ .bytes = { 0 } };
	cq_uuid uuid;
	ssize_t got;
	do
		got = getrandom(uuid.bytes, sizeof uuid.bytes, 0);
	while (got < 0 && errno == EINTR);
	if (got != (ssize_t)sizeof uuid.bytes)
		return CQ_SYSTEM;
	/* RFC 9562, section 5.4: version 4, and the variant's two bits 10. */
	uuid.bytes[6] = (uint8_t)((uuid.bytes[6] & 0x0F) | 0x40);
	uuid.bytes[8] = (uint8_t)((uuid.bytes[8] & 0x3F) | 0x80);
	*out = uuid;
	return CQ_OK;
}
