#ifndef TONGBAO_CURL_SHIM_H
#define TONGBAO_CURL_SHIM_H

#include <curl/curl.h>

/* Swift does not see variadic functions: one wrapper for each kind of argument. */

static inline CURLcode tongbao_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode tongbao_curl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode tongbao_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode tongbao_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(handle, option, list);
}

typedef size_t (*tongbao_curl_transfer)(char *buffer, size_t size, size_t count, void *context);

static inline CURLcode tongbao_curl_set_transfer(CURL *handle, CURLoption option, tongbao_curl_transfer function) {
    return curl_easy_setopt(handle, option, function);
}

typedef int (*tongbao_curl_debug)(CURL *handle, curl_infotype type, char *data, size_t size, void *context);

static inline CURLcode tongbao_curl_set_debug(CURL *handle, tongbao_curl_debug function) {
    return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, function);
}

static inline CURLcode tongbao_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

/* A macro with a cast, which Swift does not see. */
static inline const curl_version_info_data *tongbao_curl_version(void) {
    return curl_version_info(CURLVERSION_NOW);
}

#endif
