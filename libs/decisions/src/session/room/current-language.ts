import { callOf } from '@dangwu/access';
import { languageOf, type Language } from '@dangwu/platform/text';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** The language of the request, for texts that are answered in one alone. */
export const CurrentLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(callOf(context).req.headers['accept-language']),
);
