/* cquel/export.h: which symbols the library shows.
 *
 * The library is built with hidden visibility; CQ_API marks what a program may call.
 */
#ifndef CQUEL_EXPORT_H
#define CQUEL_EXPORT_H

#if !defined(__GNUC__)
#error "cquel needs gcc or clang: its macros use statement expressions and __auto_type"
#endif

#define CQ_API __attribute__((visibility("default")))

/* A result that must be looked at. */
#define CQ_CHECKED __attribute__((warn_unused_result))

#ifdef __cplusplus
#define CQ_BEGIN_DECLS extern "C" {
#define CQ_END_DECLS }
#else
#define CQ_BEGIN_DECLS
#define CQ_END_DECLS
#endif

#endif
