import type { HostCredentials, Place } from '../host/place.ts';
import type { FunctionConfig } from './function-config.ts';

/** The whole environment of a function: what Lambda sets for nodejs24.x, the template's variables, and where AWS is. */
export function functionEnvironment(deps: {
  config: FunctionConfig;
  logStreamName: string;
  place: Place;
  credentials: HostCredentials;
  awsUrl: string;
  tableUrl: string;
}): Record<string, string> {
  const { config, logStreamName, place, credentials, awsUrl, tableUrl } = deps;
  return {
    _HANDLER: config.handler,
    AWS_DEFAULT_REGION: place.region,
    AWS_REGION: place.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${config.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: config.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(config.memorySize),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: config.logGroupName,
    AWS_LAMBDA_LOG_STREAM_NAME: logStreamName,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
    LAMBDA_TASK_ROOT: config.taskRoot,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    LANG: 'en_US.UTF-8',
    PATH: '/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin',
    PWD: config.taskRoot,
    TZ: ':UTC',
    ...config.environment,
    AWS_ENDPOINT_URL: awsUrl,
    AWS_ENDPOINT_URL_DYNAMODB: tableUrl,
  };
}
