import boto3
import sagemaker

role = "arn:aws:iam::123456789012:role/SageMakerRole"
region = "us-west-2"
container = "123456789012.dkr.ecr.us-west-2.amazonaws.com/img:1"
ct = "text/plain"
sess = sagemaker_session = sagemaker.Session(boto3.Session(region_name=region))
