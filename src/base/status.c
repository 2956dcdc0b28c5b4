/* base/status.c: names, sentences and classes of the statuses, expanded from CQ_STATUS_LIST.
 *
 * It knows nothing of who fails. See cquel/status.h.
 */
#include <cquel/status.h>

#define STATUS_NAME(name, class, sentence) [CQ_##name] = "CQ_" #name,
static const char *const names[CQ_STATUS_COUNT] = { CQ_STATUS_LIST(STATUS_NAME) };
#undef STATUS_NAME

#define STATUS_TEXT(name, class, sentence) [CQ_##name] = sentence,
static const char *const texts[CQ_STATUS_COUNT] = { CQ_STATUS_LIST(STATUS_TEXT) };
#undef STATUS_TEXT

#define STATUS_CLASS(name, class, sentence) [CQ_##name] = CQ_CLASS_##class,
static const cq_class classes[CQ_STATUS_COUNT] = { CQ_STATUS_LIST(STATUS_CLASS) };
#undef STATUS_CLASS

const char *cq_status_name(cq_status status)
{
	return (unsigned)status < CQ_STATUS_COUNT ? names[status] : "CQ_?";
}

const char *cq_status_text(cq_status status)
{
	return (unsigned)status < CQ_STATUS_COUNT ? texts[status] : "this is no status of the library";
}

cq_class cq_status_class(cq_status status)
{
	return (unsigned)status < CQ_STATUS_COUNT ? classes[status] : CQ_CLASS_PROGRAMMING;
}
