/* cquel/priv/session.h: what the verbs of sessions expand into: the place of the call, the checks of types, and the call of a
 * function of cquel/session.h. C only.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_SESSION_H
#define CQUEL_PRIV_SESSION_H

#ifndef __cplusplus

/* The session, which notes where it is called. */
#define CQ_PRIV_AT(session) cq_session_at((session), __FILE__, __LINE__)

#define cq_delete(session, object) cq_delete(CQ_PRIV_AT(session), (object))
#define cq_flush(session) cq_flush(CQ_PRIV_AT(session))
#define cq_refresh(session, object) cq_refresh(CQ_PRIV_AT(session), (object))
#define cq_expire(session, object) cq_expire(CQ_PRIV_AT(session), (object))
#define cq_expire_all(session) cq_expire_all(CQ_PRIV_AT(session))
#define cq_expunge(session, object) cq_expunge(CQ_PRIV_AT(session), (object))
#define cq_expunge_all(session) cq_expunge_all(CQ_PRIV_AT(session))

#endif

#endif
